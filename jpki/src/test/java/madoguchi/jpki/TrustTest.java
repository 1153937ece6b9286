package madoguchi.jpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import madoguchi.core.CardSerial;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which certificates are believed, and what is known about their revocation. */
class TrustTest {

    private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static SimulatedAuthority authority;
    private static Trust trust;
    private static KeyPair keys;

    @BeforeAll
    static void open() {
        authority = SimulatedAuthority.open(folder, URI.create("http://localhost/ocsp"));
        trust = new Trust(Trust.Accept.SIMULATION, authority.roots());
        keys = CardProfile.CURRENT.newKeys();
    }

    private static CertificateOrder order(CardProfile profile, String from) {
        Instant issue = Instant.parse(from);
        return new CertificateOrder("OPAQUE", TokenKind.CARD, profile, issue, LocalDate.of(2029, 5, 3));
    }

    private static CertificateOrder order() {
        return order(CardProfile.CURRENT, "2026-04-01T00:00:00Z");
    }

    private static Octets der(X509Certificate certificate) throws Exception {
        return Octets.of(certificate.getEncoded());
    }

    private static Checked.Genuine genuine(Issued issued) throws Exception {
        return (Checked.Genuine) trust.check(der(issued.certificate()));
    }

    // Chains.

    @Test
    void theIssuerIsFoundByItsSignatureAmongRootsOfOneName() throws Exception {
        Issued third = authority.issue(order(), keys);
        Issued second = authority.issue(order(CardProfile.CURRENT, "2022-04-01T00:00:00Z"), keys);
        Issued next = authority.issue(order(CardProfile.NEXT, "2026-04-01T00:00:00Z"));

        assertThat(List.of(genuine(third), genuine(second), genuine(next)))
                .extracting(Checked.Genuine::issuer)
                .containsExactly(
                        authority.roots().get(2),
                        authority.roots().get(1),
                        authority.roots().get(3));
        assertThat(genuine(third).serial()).isEqualTo(third.serial());
        assertThat(genuine(second).serial().issuer())
                .isNotEqualTo(third.serial().issuer());
        assertThat(genuine(third).lastDay()).isEqualTo(LocalDate.of(2029, 5, 3));
    }

    @Test
    void aChainOfTheRightNameUnderAnotherKeyIsForged() throws Exception {
        assertThat(trust.check(der(Forged.by(Forged.root(), order(), keys)))).isEqualTo(new Checked.UnknownIssuer());
    }

    @Test
    void whoSignsItselfIsNobody() throws Exception {
        assertThat(trust.check(der(Forged.bySelf(order(), keys)))).isEqualTo(new Checked.UnknownIssuer());
    }

    @Test
    void aRootIsNoCertificateForUserAuthentication() throws Exception {
        assertThat(trust.check(der(authority.roots().get(2)))).isEqualTo(new Checked.WrongCertificate());
    }

    @Test
    void aSimulatedCertificateIsNothingInProduction() throws Exception {
        Trust production = new Trust(Trust.Accept.PRODUCTION, List.of());

        assertThat(production.check(der(authority.issue(order(), keys).certificate())))
                .isEqualTo(new Checked.UnknownIssuer());
        assertThatIllegalArgumentException().isThrownBy(() -> new Trust(Trust.Accept.PRODUCTION, authority.roots()));
    }

    @Test
    void everyChangedByteSpoilsACertificate() throws Exception {
        byte[] good = authority.issue(order(), keys).certificate().getEncoded();
        for (int at = 0; at < good.length; at += 13) {
            byte[] changed = good.clone();
            changed[at] ^= 4;
            assertThat(trust.check(Octets.of(changed))).as("byte %d", at).isNotInstanceOf(Checked.Genuine.class);
        }
        assertThat(trust.check(Octets.of(Arrays.copyOf(good, good.length + 1))))
                .isEqualTo(new Checked.WrongCertificate());
        assertThat(trust.check(Octets.of())).isEqualTo(new Checked.WrongCertificate());
    }

    // Possession.

    @Test
    void whatACardSignsOverTheDigestIsTheSignatureOverTheNonce() throws Exception {
        Issued issued = authority.issue(order(), keys);
        byte[] nonce = "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(nonce);
        byte[] info = HexFormat.of()
                .parseHex("3031300d060960864801650304020105000420"
                        + HexFormat.of().formatHex(digest));
        Cipher raw = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        raw.init(Cipher.ENCRYPT_MODE, issued.key());
        Octets signature = Octets.of(raw.doFinal(info));

        assertThat(Possession.isProven(der(issued.certificate()), Octets.of(nonce), signature))
                .isTrue();
        nonce[0] ^= 1;
        assertThat(Possession.isProven(der(issued.certificate()), Octets.of(nonce), signature))
                .isFalse();
        assertThat(Possession.isProven(Octets.of(nonce), Octets.of(nonce), signature))
                .isFalse();
    }

    @Test
    void theNextCardSignsOnItsCurve() throws Exception {
        Issued issued = authority.issue(order(CardProfile.NEXT, "2026-04-01T00:00:00Z"));
        Signature signing = Signature.getInstance("SHA384withECDSA");
        signing.initSign(issued.key());
        signing.update(new byte[32]);
        Octets signature = Octets.of(signing.sign());

        assertThat(Possession.isProven(der(issued.certificate()), Octets.of(new byte[32]), signature))
                .isTrue();
        assertThat(Possession.isProven(der(issued.certificate()), Octets.of(new byte[31]), signature))
                .isFalse();
    }

    // Revocation.

    private static StatusSource ocsp() {
        return new OcspSource(request -> Optional.of(authority.ocsp(request, NOW)), SKEW);
    }

    private static StatusSource list() {
        return new ListSource(ListSourceIssuer::of, SKEW);
    }

    /** 失効リストの受け渡し. */
    private static final class ListSourceIssuer {
        static Optional<byte[]> of(byte[] issuer) {
            return authority.revocationList(new String(issuer, java.nio.charset.StandardCharsets.US_ASCII), NOW);
        }
    }

    @Test
    void responderAndListTellTheSameOfEveryState() throws Exception {
        Issued issued = authority.issue(order(), keys);
        CardSerial serial = issued.serial();
        Checked.Genuine certificate = genuine(issued);
        Instant at = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(ask(certificate)).containsOnly(new RevocationStatus.Good());
        assertThat(authority.release(serial, at)).isFalse();
        assertThat(authority.hold(serial, at)).isTrue();
        assertThat(ask(certificate)).containsOnly(new RevocationStatus.OnHold(at));
        assertThat(authority.hold(serial, at)).isFalse();
        assertThat(authority.release(serial, at)).isTrue();
        assertThat(ask(certificate)).containsOnly(new RevocationStatus.Good());
        assertThat(authority.revoke(serial, RevocationReason.SUPERSEDED, at)).isTrue();
        assertThat(ask(certificate)).containsOnly(new RevocationStatus.Revoked(RevocationReason.SUPERSEDED, at));
        assertThat(authority.release(serial, at)).isFalse();
        assertThat(authority.revoke(serial, RevocationReason.CESSATION, at)).isFalse();
    }

    private static List<RevocationStatus> ask(Checked.Genuine certificate) {
        return List.of(ocsp().ask(certificate, NOW), list().ask(certificate, NOW));
    }

    @Test
    void theNextCardsAuthorityAnswersToo() throws Exception {
        Issued issued = authority.issue(order(CardProfile.NEXT, "2026-04-01T00:00:00Z"));
        authority.revoke(issued.serial(), RevocationReason.KEY_COMPROMISE, NOW);

        assertThat(ask(genuine(issued)))
                .containsOnly(new RevocationStatus.Revoked(RevocationReason.KEY_COMPROMISE, NOW));
    }

    @Test
    void theStateIsThereAfterARestartAndInAnotherProcess() throws Exception {
        Issued issued = authority.issue(order(), keys);
        SimulatedAuthority other = SimulatedAuthority.open(folder, URI.create("http://localhost/ocsp"));

        assertThat(other.issued())
                .isEqualTo(authority.issued())
                .extracting(IssuedCertificate::serial)
                .contains(issued.serial());
        assertThat(other.hold(issued.serial(), NOW)).isTrue();
        assertThat(ask(genuine(issued))).containsOnly(new RevocationStatus.OnHold(NOW));
    }

    @Test
    void aResponderThatIsSilentLiesOrIsLateConfirmsNothing() throws Exception {
        Checked.Genuine certificate = genuine(authority.issue(order(), keys));
        byte[][] recorded = new byte[1][];
        ocsp().ask(certificate, NOW);
        StatusSource replaying = new OcspSource(
                request -> {
                    if (recorded[0] == null) {
                        recorded[0] = authority.ocsp(request, NOW);
                    }
                    return Optional.of(recorded[0]);
                },
                SKEW);

        assertThat(new OcspSource(_ -> Optional.empty(), SKEW).ask(certificate, NOW))
                .isEqualTo(new RevocationStatus.Unconfirmed());
        assertThat(new OcspSource(_ -> Optional.of(new byte[] {1, 2, 3}), SKEW).ask(certificate, NOW))
                .isEqualTo(new RevocationStatus.Unconfirmed());
        assertThat(replaying.ask(certificate, NOW)).isEqualTo(new RevocationStatus.Good());
        assertThat(replaying.ask(certificate, NOW)).as("an old answer").isEqualTo(new RevocationStatus.Unconfirmed());
        assertThat(ocsp().ask(certificate, NOW.plus(Duration.ofDays(2)))).isEqualTo(new RevocationStatus.Unconfirmed());
        assertThat(ocsp().ask(certificate, NOW.minus(Duration.ofMinutes(4))))
                .as("within the skew")
                .isEqualTo(new RevocationStatus.Good());
        assertThat(ocsp().ask(certificate, NOW.minus(Duration.ofMinutes(6))))
                .isEqualTo(new RevocationStatus.Unconfirmed());
        assertThat(list().ask(certificate, NOW.plus(Duration.ofDays(2)))).isEqualTo(new RevocationStatus.Unconfirmed());
        assertThat(new ListSource(_ -> Optional.of(RevocationList.make(Forged.root(), List.of(), NOW)), SKEW)
                        .ask(certificate, NOW))
                .isEqualTo(new RevocationStatus.Unconfirmed());
        assertThat(StatusSource.inOrder(new OcspSource(_ -> Optional.empty(), SKEW), list())
                        .ask(certificate, NOW))
                .as("the list where the responder is down")
                .isEqualTo(new RevocationStatus.Good());
    }

    @Test
    void noSpoiltAnswerMakesARevokedCertificateGoodAndNoneBreaksTheAsking() throws Exception {
        Issued issued = authority.issue(order(), keys);
        authority.revoke(issued.serial(), RevocationReason.SUPERSEDED, NOW);
        Checked.Genuine certificate = genuine(issued);
        byte[] whole = authority.revocationList(issued.serial().issuer(), NOW).orElseThrow();
        for (int at = 0; at < whole.length; at += 3) {
            int place = at;
            assertThat(new OcspSource(request -> Optional.of(spoilt(authority.ocsp(request, NOW), place)), SKEW)
                            .ask(certificate, NOW))
                    .as("answer, byte %d", at)
                    .isNotInstanceOf(RevocationStatus.Good.class);
            assertThat(new ListSource(_ -> Optional.of(spoilt(whole, place)), SKEW).ask(certificate, NOW))
                    .as("list, byte %d", at)
                    .isNotInstanceOf(RevocationStatus.Good.class);
        }
        for (int at = 0; at < REQUEST; at++) {
            int place = at;
            assertThat(new OcspSource(request -> Optional.of(authority.ocsp(spoilt(request, place), NOW)), SKEW)
                            .ask(certificate, NOW))
                    .as("request, byte %d", at)
                    .isNotInstanceOf(RevocationStatus.Good.class);
        }
    }

    /* The bytes of a request about one certificate, and a few more: they begin anew. */
    private static final int REQUEST = 130;

    private static byte[] spoilt(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at % changed.length] ^= (byte) (1 << (at % 8));
        return changed;
    }

    @Test
    void whatTheAuthorityNeverIssuedIsUnknownToItsResponder() throws Exception {
        Root third = new KeyFolder(folder).alone(() -> {
            try {
                return new KeyFolder(folder).root("root-3.p12", Generation.newest(CardProfile.CURRENT));
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
        Checked.Genuine certificate = (Checked.Genuine) trust.check(der(Forged.by(third, order(), keys)));

        assertThat(ocsp().ask(certificate, NOW)).isEqualTo(new RevocationStatus.Unknown());
    }

    @Test
    void bytesThatAreNoRequestAreAnsweredAsSuch() {
        assertThat(authority.ocsp(new byte[] {0x30, 0x00}, NOW))
                .isEqualTo(HexFormat.of().parseHex("30030a0101"));
        assertThat(authority.ocsp(new byte[5000], NOW)).isEqualTo(HexFormat.of().parseHex("30030a0101"));
    }
}
