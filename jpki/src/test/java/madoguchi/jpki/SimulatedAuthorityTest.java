package madoguchi.jpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulated authority puts into a certificate, by the profile of {@code jpki-reader.md} §3.1. */
class SimulatedAuthorityTest {

    private static final URI RESPONDER = URI.create("http://localhost:8443/api/ocsp");
    private static final Instant ISSUE = Instant.parse("2026-04-01T01:23:45Z");

    @TempDir
    static Path folder;

    private static SimulatedAuthority authority;
    private static KeyPair keys;

    @BeforeAll
    static void open() {
        authority = SimulatedAuthority.open(folder, RESPONDER);
        keys = CardProfile.CURRENT.newKeys();
    }

    private static CertificateOrder order(CardProfile profile) {
        return new CertificateOrder(
                "ABCDEFGHIJKLMNOPQRSTUVW", TokenKind.CARD, profile, ISSUE, LocalDate.of(2031, 2, 17));
    }

    @Test
    void aCertificateHasTheProfileOfUserAuthentication() throws Exception {
        Issued issued = authority.issue(order(CardProfile.CURRENT), keys);
        X509Certificate certificate = issued.certificate();

        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(certificate.getSerialNumber().toByteArray()).hasSize(4);
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo(ISSUE);
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(Instant.parse("2031-02-17T14:59:59Z"));
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=ABCDEFGHIJKLMNOPQRSTUVW,C=JP");
        assertThat(certificate.getIssuerX500Principal().getName())
                .isEqualTo("OU=Madoguchi simulation,OU=JPKI for user authentication,O=JPKI-SIM,C=JP");
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.32");
        assertThat(certificate.getExtensionValue("2.5.29.15")).endsWith(new byte[] {0x03, 0x02, 0x07, (byte) 0x80});
        certificate.verify(issued.issuer().getPublicKey());
    }

    @Test
    void theGenerationsShareOneNameAndTheNewestInForceSigns() throws Exception {
        List<X509Certificate> roots = authority.roots();

        assertThat(roots)
                .hasSize(4)
                .extracting(X509Certificate::getSubjectX500Principal)
                .containsOnly(roots.getFirst().getSubjectX500Principal());
        assertThat(authority.issue(order(CardProfile.CURRENT), keys).issuer()).isEqualTo(roots.get(2));
        CertificateOrder earlier = new CertificateOrder(
                "X",
                TokenKind.CARD,
                CardProfile.CURRENT,
                Instant.parse("2021-04-01T00:00:00Z"),
                LocalDate.of(2026, 2, 17));
        assertThat(authority.issue(earlier, keys).issuer()).isEqualTo(roots.get(1));
    }

    @Test
    void theNextCardIsSignedOnTheCurveP384() throws Exception {
        Issued issued = authority.issue(order(CardProfile.NEXT));

        assertThat(issued.certificate().getSigAlgName()).isEqualTo("SHA384withECDSA");
        assertThat(CardProfile.of(issued.certificate().getPublicKey())).contains(CardProfile.NEXT);
        issued.certificate().verify(issued.issuer().getPublicKey());
    }

    @Test
    void noGenerationSignsBeforeThereWasOne() {
        CertificateOrder order = new CertificateOrder(
                "X",
                TokenKind.CARD,
                CardProfile.CURRENT,
                Instant.parse("2001-01-01T00:00:00Z"),
                LocalDate.of(2006, 1, 1));

        assertThatIllegalArgumentException().isThrownBy(() -> authority.issue(order, keys));
    }

    @Test
    void theSameKeysAreThereAfterARestart() {
        assertThat(SimulatedAuthority.open(folder, RESPONDER).roots()).isEqualTo(authority.roots());
        assertThat(new HashSet<>(authority.roots())).hasSize(4);
    }

    @Test
    void aCardKnowsTheCentreByItsCertificateAndItsAnswer() {
        SimulatedVerifier centre = SimulatedVerifier.open(folder);
        byte[] challenge = new byte[16];
        byte[] answer = centre.answer(Octets.of(challenge)).bytes();
        var key = TerminalCertificate.verify(centre.certificate(), centre.reference());

        assertThat(key)
                .hasValueSatisfying(terminal -> assertThat(TerminalCertificate.isSigned(terminal, challenge, answer))
                        .isTrue());
        assertThat(answer).hasSize(256);
        byte[] forged = centre.certificate().bytes();
        for (int at = 0; at < forged.length; at += 7) {
            byte[] changed = forged.clone();
            changed[at] ^= 1;
            assertThat(TerminalCertificate.verify(Octets.of(changed), centre.reference()))
                    .isEmpty();
        }
        assertThat(TerminalCertificate.verify(Octets.of(Arrays.copyOf(forged, 40)), centre.reference()))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> centre.answer(Octets.of(new byte[15])));
    }
}
