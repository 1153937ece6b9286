package madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.InsuredId;
import madoguchi.core.Octets;
import madoguchi.fixture.Fuzz;
import madoguchi.stamp.Expected;
import madoguchi.stamp.ScreenKind;
import madoguchi.stamp.Shown;
import madoguchi.stamp.StampKeys;
import madoguchi.stamp.Stamper;
import madoguchi.stamp.Verified;
import madoguchi.stamp.Verifier;
import org.junit.jupiter.api.Test;

/** 携帯から来るあらゆる入力 – codes as scanned or typed at a desk, and what a browser says about a passkey: whatever it is, there is a verdict. */
class FuzzTest {

    private static final Instant NOW = Instant.parse("2026-05-25T00:12:00Z");
    private static final Stamper STAMPER = Stamper.of(Stamper.newKey(Fuzz.chance("code")));
    private static final Shown HOLDER = new Shown(
            LocalDate.of(1987, 4, 12),
            "ミホン ハナコ",
            InsuredId.parse("139998", "12-34", "567890", "02").orElseThrow());
    private static final Expected EXPECTED = new Expected(
            Set.of(),
            List.of(new Expected.Patient(
                    HOLDER.birth(), Optional.of(HOLDER.reading()), Optional.of(HOLDER.insured()))));
    private static final Verifier VERIFIER = new Verifier(new StampKeys(List.of(STAMPER.key()), List.of()));
    private static final String CODE = STAMPER.stamp(
            ScreenKind.HEALTH_INSURANCE,
            HOLDER,
            NOW.minusSeconds(20),
            NOW,
            Duration.ofMinutes(5),
            Octets.of(new byte[4]));
    private static final PasskeyCeremony CEREMONY =
            new PasskeyCeremony(RelyingParty.at(URI.create("http://localhost:8080")));

    @Test
    void everyCodeHasAVerdictAndOnlyTheOneThatWasMadeIsGenuine() {
        Fuzz.run("code", 5_000, List.of(bytes(CODE), bytes("1234-5678-9012")), FuzzTest::code);
    }

    static Object code(byte[] scanned) {
        String typed = new String(scanned, StandardCharsets.UTF_8);
        Verified verdict = VERIFIER.check(typed, EXPECTED, NOW);
        if (verdict instanceof Verified.Live) {
            assertThat(java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                            .replaceAll("[^0-9A-Za-z]", "")
                            .replaceAll("[oO]", "0")
                            .replaceAll("[iIlL]", "1"))
                    .isEqualToIgnoringCase(
                            CODE.replace('I', '1').replace('L', '1').replace('O', '0'));
        }
        return verdict.getClass();
    }

    @Test
    void whateverABrowserSaysAboutAPasskeyIsAKeyAnAnswerOrNone() {
        TestPhone phone = new TestPhone(Fuzz.chance("phone"));
        String options = "{\"challenge\":\"AAAA\",\"user\":{\"id\":\"AAAA\"}}";
        List<byte[]> seeds = List.of(bytes(phone.create(options)), bytes(phone.get(options)));
        Fuzz.run("passkey", 2_000, seeds, FuzzTest::passkey);
    }

    static Object passkey(byte[] response) {
        String text = new String(response, StandardCharsets.UTF_8);
        Octets challenge = Octets.of(new byte[3]);
        Optional<Passkey.Key> key = CEREMONY.made(text, challenge, challenge);
        return List.of(
                CEREMONY.challenge(text).isPresent(),
                key.isPresent(),
                CEREMONY.claim(text).isPresent(),
                key.map(made -> CEREMONY.asserted(text, challenge, made)
                                .getClass()
                                .getSimpleName())
                        .orElse(""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
