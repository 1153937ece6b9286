package madoguchi.hub;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/*
 * The machines' port of the web server serves everything a facility's machine may ask, and spends most of its time on what an inquiry does not need. This door takes
 * inquiries only: a few threads, each of which reads whatever has come in on its connections, looks the persons up in memory, hands the verifications to the log,
 * and writes the answers once they are on disk. No thread waits for an answer. What needs the database is read elsewhere, so one slow question stops nobody.
 *
 * The door has its own threads, its own limits and its own port: whatever else the hub is asked to do, bulk jobs and pages, cannot stand in its way.
 */

/** 即時照会の入口 – {@link HubApi#PATH} over mutual TLS 1.3 on a port of its own, for as many facilities as a hub has. */
public final class InquiryLane implements AutoCloseable {

    private static final int BACKLOG = 4096;
    private static final int IDLE_SECONDS = 120;
    private static final int FAREWELL_SECONDS = 10;

    private final EventLoopGroup threads;
    private final Channel door;

    /**
     * Opens the door.
     *
     * @param hub answers
     * @param keys the hub's own certificate
     * @param trust whose client certificates are accepted
     * @param address where to listen; port 0 takes any free one
     * @throws SSLException when the certificates cannot be used
     */
    public InquiryLane(RealTimeHub hub, KeyManagerFactory keys, TrustManagerFactory trust, InetSocketAddress address)
            throws SSLException {
        SslContext tls = SslContextBuilder.forServer(keys)
                .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK)
                .trustManager(trust)
                .clientAuth(ClientAuth.REQUIRE)
                .protocols("TLSv1.3")
                .build();
        boolean epoll = Epoll.isAvailable();
        threads = new MultiThreadIoEventLoopGroup(
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        door = new ServerBootstrap()
                .group(threads)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Connecting(hub, tls))
                .bind(address)
                .syncUninterruptibly()
                .channel();
    }

    /** Every connection: TLS, HTTP, whole requests of bounded length, then the inquiry. */
    private static final class Connecting extends ChannelInitializer<SocketChannel> {
        private final RealTimeHub hub;
        private final SslContext tls;

        Connecting(RealTimeHub hub, SslContext tls) {
            this.hub = hub;
            this.tls = tls;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(tls.newHandler(channel.alloc()))
                    .addLast(new IdleStateHandler(0, 0, IDLE_SECONDS))
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpObjectAggregator(PostedInquiry.LONGEST))
                    .addLast(new LaneConnection(hub));
        }
    }

    /** The port as bound. */
    public int port() {
        return ((InetSocketAddress) door.localAddress()).getPort();
    }

    /** Takes no more connections, lets those that wait have their answers for a while, and stops. */
    @Override
    public void close() {
        door.close().syncUninterruptibly();
        threads.shutdownGracefully(0, FAREWELL_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
