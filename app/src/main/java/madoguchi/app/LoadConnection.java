package madoguchi.app;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/*
 * A general HTTP client costs the load generator more processor time than the hub spends on an answer, and both share one machine here. This one writes a
 * prepared request, reads a status line, Content-Length and a body, and knows nothing else.
 */

/** 負荷をかける接続 – one kept-alive TLS connection with the facility's certificate, one request at a time. */
final class LoadConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LENGTH = "\r\ncontent-length:";

    /**
     * 応答.
     *
     * @param status HTTP status
     * @param body body, one character a byte: enough to find ASCII words in it
     */
    record Response(int status, String body) {}

    private final SSLSocket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;

    /** Connects, shakes hands, and checks the hub's certificate and name. */
    LoadConnection(SSLContext tls, int port) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress("localhost", port), (int) PATIENCE.toMillis());
            plain.setTcpNoDelay(true);
            plain.setSoTimeout((int) PATIENCE.toMillis());
            socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, "localhost", port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            in = socket.getInputStream();
            out = socket.getOutputStream();
        } catch (IOException refused) {
            plain.close();
            throw refused;
        }
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(String path, byte[] json) {
        byte[] head = ("POST " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + json.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }

    /** Sends one request and waits for its response; after an exception the connection is of no use. */
    Response send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        filled = 0;
        int bodyAt = endOfHead();
        String head = text(0, bodyAt);
        int length = length(head);
        while (filled < bodyAt + length) {
            fill();
        }
        return new Response(Integer.parseInt(head.substring(9, 12)), text(bodyAt, bodyAt + length));
    }

    private int endOfHead() throws IOException {
        int at = 0;
        while (true) {
            for (; at + 4 <= filled; at++) {
                if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                    return at + 4;
                }
            }
            fill();
        }
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            throw new IOException("a response of more than " + buffer.length + " bytes");
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            throw new EOFException("the hub closed the connection");
        }
        filled += count;
    }

    private static int length(String head) throws IOException {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("a response without Content-Length");
        }
        int from = at + LENGTH.length();
        return Integer.parseInt(head, from + 1, head.indexOf('\r', from), 10);
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
