package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.LocalDate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import madoguchi.core.MedicalInstitutionCode;
import org.junit.jupiter.api.Test;

class MachinePortTest {

    private static final String OTHER = "1319999921";

    @Test
    void aMachineMayAskOnlyWithACertificateOnlyInItsOwnNameAndOnlyTheHubsInterface() throws Exception {
        try (DemoTown town = DemoTown.open()) {
            Settings settings = town.settings;
            DevelopmentCa ca = new DevelopmentCa(settings.pki(), Clock.systemUTC());
            byte[] ownName = new LoadQuestions(1, LocalDate.now(town.clock), settings.facility())
                    .get()
                    .request();
            byte[] otherName = new LoadQuestions(1, LocalDate.now(town.clock), new MedicalInstitutionCode(OTHER))
                    .get()
                    .request();

            assertThat(status(Tls.context(ca, settings.facility().digits()), settings, ownName))
                    .isEqualTo(200);
            assertThat(status(Tls.context(ca, settings.facility().digits()), settings, otherName))
                    .isEqualTo(403);
            assertThat(status(Tls.context(ca, OTHER), settings, ownName)).isEqualTo(403);
            assertThat(status(Tls.context(ca, OTHER), settings, LoadConnection.get("/")))
                    .isEqualTo(403);
            assertThatThrownBy(() -> status(withoutCertificate(ca), settings, ownName))
                    .isInstanceOf(IOException.class);
        }
    }

    /** Trusts the hub, but has nothing to show. */
    private static SSLContext withoutCertificate(DevelopmentCa ca) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(ca.trust().toFile(), ca.password()));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    private static int status(SSLContext tls, Settings settings, byte[] request) throws IOException {
        try (LoadConnection connection = new LoadConnection(tls, settings.machinePort())) {
            return connection.send(request).status();
        }
    }
}
