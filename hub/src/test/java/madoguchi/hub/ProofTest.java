package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Parsed;
import madoguchi.core.Reply;
import madoguchi.hub.Proofs.Matched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProofTest {

    private static final Instant NOW = Instant.parse("2026-08-03T00:30:00.123456Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final SigningKey OTHER =
            new SigningKey("the secret of another hub, 32 by".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private Path folder = Path.of("");

    private final HikariDataSource database = Databases.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aProofSaysWhichEntryWhenForWhichDayAndWithWhatOutcome() {
        Reply reply = asked("2026-08-01");
        String token = reply.proof().orElseThrow();
        Proof proof = Proof.parse(token, KEY.verifying()).orElseThrow();

        assertThat(token).hasSize(115).matches("[A-Za-z0-9_-]+");
        assertThat(proof.entry()).isEqualTo(reply.verification().orElseThrow());
        assertThat(proof.answeredAt()).isEqualTo(Instant.parse("2026-08-03T00:30:00Z"));
        assertThat(proof.day()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(proof.outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(Proof.parse(" " + token.substring(0, 60) + "\n " + token.substring(60), KEY.verifying()))
                .isEqualTo(Parsed.of(proof));
    }

    @Test
    void theLogExplainsWhoAskedAndWhy() {
        String token = asked("2026-08-01").proof().orElseThrow();

        assertThat(match(token)).isInstanceOfSatisfying(Matched.Confirmed.class, confirmed -> {
            assertThat(confirmed.entry().facility()).isEqualTo("1319999913");
            assertThat(confirmed.entry().terminal()).isEqualTo("desk");
            assertThat(confirmed.entry().operator()).isEqualTo("clerk");
            assertThat(confirmed.entry().purpose()).isEqualTo(Purpose.LATER);
            assertThat(confirmed.entry().outcome()).isEqualTo("NotFound");
        });
    }

    @Test
    void aReviewerCanCheckTheSignatureWithoutThisProgram() throws Exception {
        byte[] token = Base64.getUrlDecoder().decode(asked("2026-08-03").proof().orElseThrow());
        String pem = KEY.verifying().pem();
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        signature.update("madoguchi proof of check\n".getBytes(StandardCharsets.US_ASCII));
        signature.update(token, 0, 22);

        assertThat(signature.verify(token, 22, 64)).isTrue();
    }

    @Test
    void everyChangedCharacterIsAForgery() {
        String token = asked("2026-08-03").proof().orElseThrow();
        for (int i = 0; i < token.length() - 1; i++) {
            String forged = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(Proof.parse(forged, KEY.verifying()).problems())
                    .as("character %d", i)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "＊＊＊", "0123456789", "=====", "AAAA====AAAA"})
    void whatIsNoProofIsSaidPlainly(String typed) {
        assertThat(Proof.parse(typed, KEY.verifying()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().ja()).contains("確認証の形ではありません"));
    }

    @Test
    void anotherHubsProofIsNotOurs() {
        Proof ours = Proof.parse(asked("2026-08-03").proof().orElseThrow(), KEY.verifying())
                .orElseThrow();
        String foreign = ProofTree.tokens(List.of(ours), OTHER).getFirst();

        assertThat(Proof.parse(foreign, KEY.verifying()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().ja()).contains("この資格確認システムのものではありません"));
    }

    @Test
    void aProofOutlivesALogThatWasChangedOrCut() {
        String token = asked("2026-08-03").proof().orElseThrow();
        JdbcClient dba = JdbcClient.create(database);
        dba.sql("drop trigger append_only on hub.verification").update();
        dba.sql("update hub.verification set facility = '1310000001'").update();
        assertThat(match(token)).isInstanceOf(Matched.Different.class);

        dba.sql("delete from hub.verification").update();
        assertThat(match(token)).isInstanceOf(Matched.Missing.class);
    }

    @Test
    void theProofOfAHiddenPersonIsLikeThatOfAnUnknownOne() {
        take(FileOf.lines(FileOf.line(1, "不開示", "1")));
        String hidden = asked(Said.id("138016", "12-34", "500001", "02"), "2026-08-03")
                .proof()
                .orElseThrow();
        String unknown = asked(Said.id("138016", "12-34", "500002", "02"), "2026-08-03")
                .proof()
                .orElseThrow();
        byte[] one = Base64.getUrlDecoder().decode(hidden);
        byte[] other = Base64.getUrlDecoder().decode(unknown);

        assertThat(hidden).hasSameSizeAs(unknown);
        // Version and outcome; time and day. Between them lies the number of the entry, after them the digest and the
        // signature.
        assertThat(one[0]).isEqualTo(other[0]);
        assertThat(Arrays.copyOfRange(one, 6, 14)).isEqualTo(Arrays.copyOfRange(other, 6, 14));
    }

    @Test
    void theLargestValuesFit() {
        Proof proof = new Proof(
                (1L << 40) - 1,
                Instant.ofEpochSecond(4_294_967_295L),
                Outcome.AMBIGUOUS,
                LocalDate.of(-4712, 1, 1),
                "00ff00ff00ff00ff");

        assertThat(Proof.parse(ProofTree.tokens(List.of(proof), KEY).getFirst(), KEY.verifying())
                        .orElseThrow())
                .isEqualTo(proof);
    }

    @Test
    void proofsSignedTogetherAreEachProvenByThemselves() {
        for (int size = 1; size <= 40; size++) {
            List<Proof> proofs = java.util.stream.IntStream.range(0, size)
                    .mapToObj(ProofTest::numbered)
                    .toList();
            List<String> tokens = ProofTree.tokens(proofs, KEY);

            assertThat(tokens.stream()
                            .map(token -> Proof.parse(token, KEY.verifying()).orElseThrow()))
                    .isEqualTo(proofs);
            assertThat(tokens).allSatisfy(token -> assertThat(token).hasSizeLessThanOrEqualTo(202));
            assertThat(Proof.parse(tokens.getLast(), OTHER.verifying()).problems())
                    .hasSize(1);
        }
    }

    @Test
    void noByteOfAProofSignedInCompanyMayChangeNorMayItChangePlaces() {
        List<String> tokens = ProofTree.tokens(
                java.util.stream.IntStream.range(0, 16)
                        .mapToObj(ProofTest::numbered)
                        .toList(),
                KEY);
        byte[] token = Base64.getUrlDecoder().decode(tokens.get(5));

        for (int at = 0; at < token.length; at++) {
            byte[] changed = token.clone();
            changed[at] ^= 1;
            assertThat(Proof.parse(text(changed), KEY.verifying()).problems())
                    .as("byte %d", at)
                    .hasSize(1);
        }
        byte[] neighbour = Base64.getUrlDecoder().decode(tokens.get(6));
        System.arraycopy(neighbour, 0, token, 0, 22);
        assertThat(Proof.parse(text(token), KEY.verifying()).problems()).hasSize(1);
    }

    private static Proof numbered(int entry) {
        return new Proof(
                entry + 1L,
                Instant.parse("2026-08-03T00:30:00Z"),
                Outcome.ACTIVE,
                LocalDate.of(2026, 8, 3),
                "0011223344556677");
    }

    private static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    @Test
    void thePublicKeyIsReadBackAndNothingElseIs() {
        assertThat(VerifyingKey.parse("key", KEY.verifying().pem())
                        .orElseThrow()
                        .name())
                .isEqualTo(KEY.verifying().name());
        assertThat(VerifyingKey.parse("key", "nothing").problems()).hasSize(1);
        assertThat(VerifyingKey.parse("key", KEY.verifying().pem().replace("MCow", "MCox"))
                        .problems())
                .hasSize(1);
    }

    private Matched match(String token) {
        return new Proofs(database, KEY.verifying()).match(token).orElseThrow();
    }

    private void take(FileOf file) {
        new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), CLOCK)
                .take(Source.of("a.csv", file.utf8()), rows -> {})
                .orElseThrow();
    }

    private Reply asked(String day) {
        return asked(Said.WARD, day);
    }

    private Reply asked(madoguchi.core.InsuredId insured, String day) {
        try (RegisterHub hub = new RegisterHub(
                database, Optional.empty(), Optional.of(Seal.usual(KEY, folder.resolve("checkpoints.txt"))), CLOCK)) {
            return hub.inquire(Said.asking(insured, day));
        }
    }
}
