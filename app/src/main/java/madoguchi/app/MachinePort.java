package madoguchi.app;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** 機械の入口 – a second port that accepts only callers with a client certificate of our authority (mutual TLS). */
final class MachinePort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Settings settings;
    private final DevelopmentCa ca;

    MachinePort(Settings settings, DevelopmentCa ca) {
        this.settings = settings;
        this.ca = ca;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        try {
            factory.addAdditionalConnectors(connector());
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("the certificates in " + settings.pki() + " cannot be used", unusable);
        }
    }

    private Connector connector() throws IOException, GeneralSecurityException {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(settings.machinePort());
        connector.setProperty("address", settings.staff().address());
        connector.setScheme("https");
        connector.setSecure(true);
        Http11NioProtocol protocol = (Http11NioProtocol) connector.getProtocolHandler();
        protocol.setSSLEnabled(true);
        protocol.setMaxKeepAliveRequests(-1);
        connector.addSslHostConfig(mutual());
        return connector;
    }

    private SSLHostConfig mutual() throws IOException, GeneralSecurityException {
        String password = new String(ca.password());
        SSLHostConfig host = new SSLHostConfig();
        host.setCertificateVerification("required");
        host.setProtocols("TLSv1.3");
        host.setTruststoreFile(ca.trust().toAbsolutePath().toString());
        host.setTruststorePassword(password);
        host.setTruststoreType("PKCS12");
        SSLHostConfigCertificate own = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        own.setCertificateKeystoreFile(ca.server().toAbsolutePath().toString());
        own.setCertificateKeystorePassword(password);
        own.setCertificateKeystoreType("PKCS12");
        host.addCertificate(own);
        return host;
    }
}
