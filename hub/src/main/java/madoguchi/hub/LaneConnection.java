package madoguchi.hub;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 一つの接続 – one facility's connection: one question after the other, each answered before the next is looked at. Used by one thread. */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to close or for bytes to leave
final class LaneConnection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(LaneConnection.class);
    private static final int MOST_WAITING = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final PostedInquiry.Response ALIVE = new PostedInquiry.Response(
            200, "text/plain", OptionalInt.empty(), "ok\n".getBytes(StandardCharsets.US_ASCII));

    private final RealTimeHub hub;
    private final Queue<Posted> waiting = new ArrayDeque<>();
    private Optional<String> facility = Optional.empty();
    private Optional<Question> asked = Optional.empty();
    private long count;
    private boolean watched;
    private boolean busy;

    /** A request that was read, as far as it is needed. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Posted(boolean toInquiries, boolean toHealth, boolean keepAlive, byte[] body) {}

    /**
     * 答えを待つ問い.
     *
     * @param number counts the questions of this connection
     * @param since when it was asked, on {@link System#nanoTime}
     */
    private record Question(long number, Posted posted, long since) {}

    LaneConnection(RealTimeHub hub) {
        this.hub = hub;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext connection, Object event) throws Exception {
        switch (event) {
            case SslHandshakeCompletionEvent shaken when shaken.isSuccess() -> facility = facility(connection);
            case IdleStateEvent _ -> connection.close();
            default -> super.userEventTriggered(connection, event);
        }
    }

    /** The common name of the certificate that the handshake has checked. */
    private static Optional<String> facility(ChannelHandlerContext connection) {
        try {
            X509Certificate certificate = (X509Certificate) connection
                    .pipeline()
                    .get(SslHandler.class)
                    .engine()
                    .getSession()
                    .getPeerCertificates()[0];
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst();
        } catch (SSLPeerUnverifiedException | InvalidNameException nobody) {
            return Optional.empty();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
        boolean readable = request.decoderResult().isSuccess();
        Posted posted = new Posted(
                readable
                        && request.method().equals(HttpMethod.POST)
                        && request.uri().equals(HubApi.PATH),
                readable && request.uri().equals("/healthz"),
                readable && HttpUtil.isKeepAlive(request),
                ByteBufUtil.getBytes(request.content()));
        if (!busy) {
            ask(connection, posted);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(posted);
        } else {
            connection.close();
        }
    }

    private void ask(ChannelHandlerContext connection, Posted posted) {
        busy = true;
        if (posted.toHealth()) {
            answer(connection, posted, ALIVE);
        } else if (!posted.toInquiries()) {
            answer(
                    connection,
                    posted,
                    PostedInquiry.problem(
                            404, "Not Found", "This port takes inquiries only: POST " + HubApi.PATH + "."));
        } else if (hub.isBusy()) {
            answer(connection, posted, PostedInquiry.answered(hub.busy()));
        } else {
            switch (PostedInquiry.read(posted.body(), facility)) {
                case PostedInquiry.Read.Refused(var response) -> answer(connection, posted, response);
                case PostedInquiry.Read.Asked(var inquiry) -> ask(connection, posted, inquiry);
            }
        }
    }

    private void ask(ChannelHandlerContext connection, Posted posted, Inquiry inquiry) {
        var reply = hub.ask(inquiry);
        if (reply.isDone()) {
            answer(connection, posted, PostedInquiry.answered(reply.join()));
            return;
        }
        Question question = new Question(++count, posted, System.nanoTime());
        asked = Optional.of(question);
        watch(connection, PATIENCE.toNanos());
        reply.whenComplete((known, failed) -> connection
                        .executor()
                        .execute(() -> answerOnce(connection, question, known == null ? hub.down() : known)))
                .exceptionally(broken -> {
                    LOG.error("an answer was lost: {}", broken.getClass().getSimpleName());
                    return hub.down();
                });
    }

    /** One look at a time, not one for each question: nearly every question is answered long before, and setting a timer costs as much as looking a person up. */
    private void watch(ChannelHandlerContext connection, long nanos) {
        if (!watched) {
            watched = true;
            connection.executor().schedule(() -> look(connection), nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Gives up the question that has waited too long, and looks again in time for a younger one. */
    private void look(ChannelHandlerContext connection) {
        watched = false;
        asked.ifPresent(question -> {
            long left = question.since() + PATIENCE.toNanos() - System.nanoTime();
            if (left > 0) {
                watch(connection, left);
            } else {
                answerOnce(connection, question, hub.down());
            }
        });
    }

    /** An answer that comes after its question was given up is dropped. */
    private void answerOnce(ChannelHandlerContext connection, Question question, Reply reply) {
        if (asked.filter(present -> present.number() == question.number()).isPresent()) {
            asked = Optional.empty();
            answer(connection, question.posted(), PostedInquiry.answered(reply));
        }
    }

    private void answer(ChannelHandlerContext connection, Posted posted, PostedInquiry.Response response) {
        busy = false;
        var written = connection.writeAndFlush(http(response));
        if (!posted.keepAlive()) {
            written.addListener(ChannelFutureListener.CLOSE);
        } else if (!waiting.isEmpty()) {
            ask(connection, waiting.remove());
        }
    }

    private static FullHttpResponse http(PostedInquiry.Response response) {
        FullHttpResponse http = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                Unpooled.wrappedBuffer(response.body()));
        http.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, response.type())
                .set(HttpHeaderNames.CONTENT_LENGTH, response.body().length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        response.retryAfter().ifPresent(seconds -> http.headers().set(HttpHeaderNames.RETRY_AFTER, seconds));
        return http;
    }

    /** A connection that breaks is closed; what was asked on it is in the log all the same. */
    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable broken) {
        LOG.debug("a connection broke: {}", broken.getClass().getSimpleName());
        connection.close();
    }
}
