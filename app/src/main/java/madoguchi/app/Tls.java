package madoguchi.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** 相互TLSの客 – an HTTP client that shows a facility's certificate and trusts the hub's. */
final class Tls {

    private Tls() {}

    static HttpClient client(DevelopmentCa ca, String facility) throws IOException, GeneralSecurityException {
        return HttpClient.newBuilder()
                .sslContext(context(ca, facility))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Shows the facility's certificate and trusts the authority's root. */
    static SSLContext context(DevelopmentCa ca, String facility) throws IOException, GeneralSecurityException {
        return context(ca.client(facility), ca.password(), trust(ca).getTrustManagers());
    }

    /** Trusts the authority's root. */
    static TrustManagerFactory trust(DevelopmentCa ca) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load(ca.trust(), ca.password()));
        return trust;
    }

    /** Shows the certificate of a key store. */
    static KeyManagerFactory keys(Path own, char[] password) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(own, password), password);
        return keys;
    }

    /** Shows the certificate of a key store, and trusts whom these managers trust. */
    static SSLContext context(Path own, char[] password, TrustManager[] trust)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(own, password).getKeyManagers(), trust, null);
        return context;
    }

    private static KeyStore load(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }
}
