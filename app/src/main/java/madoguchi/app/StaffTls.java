package madoguchi.app;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** 職員の画面の暗号化 – screens that leave this machine are served over TLS; on loopback plain HTTP is enough and needs no certificate to be trusted. */
final class StaffTls implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Settings settings;
    private final DevelopmentCa ca;

    StaffTls(Settings settings, DevelopmentCa ca) {
        this.settings = settings;
        this.ca = ca;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (settings.staff().isLoopback()) {
            return;
        }
        try {
            Ssl ssl = new Ssl();
            ssl.setKeyStore(ca.server().toString());
            ssl.setKeyStorePassword(new String(ca.password()));
            factory.setSsl(ssl);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("the certificates in " + settings.pki() + " cannot be used", unusable);
        }
    }
}
