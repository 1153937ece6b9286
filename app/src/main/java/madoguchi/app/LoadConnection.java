package madoguchi.app;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/*
 * A general HTTP client costs the load generator more processor time than the hub spends on an answer, and both share one machine here. This one writes a
 * prepared request, reads a status line, Content-Length and a body, and knows nothing else.
 */

/** 負荷をかける接続 – one kept-alive TLS connection with the facility's certificate, one request at a time. Used by one thread. */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to close or for bytes to leave
final class LoadConnection extends ChannelInboundHandlerAdapter {

    private static final String LENGTH = "\r\ncontent-length:";

    /**
     * 応答.
     *
     * @param status HTTP status
     * @param body body, one character a byte: enough to find ASCII words in it
     */
    record Response(int status, String body) {}

    /** Who is told what becomes of a connection. */
    interface Owner {
        /** The connection stands and waits for its first question. */
        void ready(LoadConnection connection);

        /** The answer to the question that was sent, and the instant on {@link System#nanoTime} at which it was due. */
        void answered(LoadConnection connection, LoadQuestion question, Response response, long due);

        /** The connection is gone; whether a question was on its way. */
        void lost(boolean asked);
    }

    private final Owner owner;
    private @Nullable Channel channel;
    private @Nullable LoadQuestion question;
    private long due;
    private byte[] buffer = new byte[1 << 12];
    private int filled;

    LoadConnection(Owner owner) {
        this.owner = owner;
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(String path, byte[] json) {
        byte[] head = ("POST " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }

    /** Sends a question; the owner is told what becomes of it. */
    void send(LoadQuestion asked, long dueAt) {
        question = asked;
        due = dueAt;
        filled = 0;
        Objects.requireNonNull(channel).writeAndFlush(Unpooled.wrappedBuffer(asked.request()));
    }

    void close() {
        Objects.requireNonNull(channel).close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext connection, Object event) {
        if (event instanceof SslHandshakeCompletionEvent shaken && shaken.isSuccess()) {
            channel = connection.channel();
            owner.ready(this);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        int count = bytes.readableBytes();
        if (filled + count > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, filled + count));
        }
        bytes.readBytes(buffer, filled, count);
        bytes.release();
        filled += count;
        int bodyAt = endOfHead();
        if (bodyAt > 0) {
            String head = text(0, bodyAt);
            int length = length(head);
            if (filled >= bodyAt + length) {
                answered(new Response(Integer.parseInt(head.substring(9, 12)), text(bodyAt, bodyAt + length)));
            }
        }
    }

    private void answered(Response response) {
        LoadQuestion asked = Objects.requireNonNull(question);
        question = null;
        owner.answered(this, asked, response, due);
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        owner.lost(question != null);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable broken) {
        connection.close();
    }

    private int endOfHead() {
        for (int at = 0; at + 4 <= filled; at++) {
            if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                return at + 4;
            }
        }
        return 0;
    }

    private static int length(String head) {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (at < 0) {
            throw new IllegalStateException("a response without Content-Length");
        }
        int from = at + LENGTH.length();
        return Integer.parseInt(head, from + 1, head.indexOf('\r', from), 10);
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
