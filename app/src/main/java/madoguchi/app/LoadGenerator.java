package madoguchi.app;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** 負荷をかける – so many connections that work through a schedule together, all on one thread: a thread each would cost more than the hub that is measured. */
final class LoadGenerator implements AutoCloseable {

    private final SslContext tls;
    private final int port;
    private final int connections;
    private final boolean epoll = Epoll.isAvailable();
    private final MultiThreadIoEventLoopGroup thread =
            new MultiThreadIoEventLoopGroup(1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());

    /** Connections that show the facility's certificate and check the hub's and its name. */
    LoadGenerator(DevelopmentCa ca, String facility, int port, int connections)
            throws IOException, GeneralSecurityException {
        this.tls = SslContextBuilder.forClient()
                .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK)
                .keyManager(Tls.keys(ca.client(facility), ca.password()))
                .trustManager(Tls.trust(ca))
                .protocols("TLSv1.3")
                .build();
        this.port = port;
        this.connections = connections;
    }

    /**
     * Connects, then asks on schedule until it is over.
     *
     * @param schedule made once all connections stand, so that shaking hands is not measured
     * @throws IOException when a connection cannot be made at the beginning
     */
    LoadTally run(Supplier<LoadSchedule> schedule, Supplier<LoadQuestion> questions)
            throws IOException, InterruptedException {
        LoadStep step = new LoadStep(thread.next(), connections, questions);
        try {
            for (int i = 0; i < connections; i++) {
                connect(step);
            }
            step.connected().get(1, TimeUnit.MINUTES);
            return step.run(schedule.get()).get();
        } catch (ExecutionException | java.util.concurrent.TimeoutException refused) {
            throw new IOException("the hub cannot be connected to", refused);
        }
    }

    private void connect(LoadStep step) throws InterruptedException {
        new Bootstrap()
                .group(thread)
                .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(tls.newHandler(channel.alloc(), "localhost", port))
                                .addLast(new LoadConnection(step));
                    }
                })
                .connect("localhost", port)
                .sync();
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
