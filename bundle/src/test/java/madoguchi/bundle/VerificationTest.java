package madoguchi.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import madoguchi.core.Problem;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bundle must pass, and what is said of one that does not. */
class VerificationTest {

    @TempDir
    static Path folder;

    private static final Verification VERIFICATION = new Verification(RuleBook.bundled());
    private static Issuer ministry;
    private static TrustedKeys trusted;
    private static SignedBundle good;
    private static byte[] bytes;

    @BeforeAll
    static void issue() {
        ministry = new Issuer(folder, "ministry");
        trusted = TrustedKeys.in(Issuer.trusted(folder, ministry));
        good = ministry.issue(7);
        bytes = good.bytes();
    }

    @Test
    void aWholeAndNewerBundleOfATrustedIssuerIsGood() {
        Receipt receipt = VERIFICATION.verify(good, trusted, 6);

        assertThat(receipt).isInstanceOfSatisfying(Receipt.Good.class, it -> {
            assertThat(it.bundle().head().serial()).isEqualTo(7);
            assertThat(it.bundle().head().inForceAt()).isEqualTo(Issuer.IN_FORCE);
            assertThat(it.book().sources()).isEqualTo(Issuer.extended());
        });
    }

    @Test
    void theSameBundleIsAlwaysTheSameBytes() {
        assertThat(ministry.issue(7).bytes()).isEqualTo(bytes);
        assertThat(ministry.issue(7).digest()).isEqualTo(good.digest()).hasSize(64);
    }

    @Test
    void aBundleIsRefusedWhicheverSingleByteOfItWasChanged() {
        Random random = new Random(20260525);
        int line = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n');
        for (int i = 0; i < 1500; i++) {
            int place = i <= line ? i : random.nextInt(bytes.length);
            byte[] changed = bytes.clone();
            changed[place] ^= (byte) (1 + random.nextInt(255));
            assertThat(VERIFICATION.verify(SignedBundle.of(changed), trusted, 6))
                    .as("byte " + place)
                    .isInstanceOf(Receipt.Refused.class);
        }
    }

    @Test
    void aBundleThatBreaksOffAnywhereIsRefused() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] part = Arrays.copyOf(bytes, i < 250 ? i : random.nextInt(bytes.length));
            assertThat(refused(part, 6).why()).isEqualTo(Refusal.TRUNCATED);
        }
    }

    @Test
    void whatComesBehindABundleMakesItUnreadable() {
        assertThat(refused(Arrays.copyOf(bytes, bytes.length + 1), 6).why()).isEqualTo(Refusal.UNREADABLE);
        assertThat(refused("<html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 6)
                        .why())
                .isEqualTo(Refusal.UNREADABLE);
    }

    @Test
    void aBundleThatIsTooLargeIsNotReadAtAll() {
        assertThat(refused(new byte[SignedBundle.LARGEST + 1], 6).why()).isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void aBundleOfSomebodyNotTrustedIsRefusedAndNothingItSaysIsBelieved() {
        Receipt.Refused stranger = refused(new Issuer(folder, "stranger").issue(8), 6);

        assertThat(stranger.why()).isEqualTo(Refusal.UNKNOWN_KEY);
        assertThat(stranger.head()).isEmpty();
    }

    @Test
    void whileAKeyIsChangedTheOldOneAndTheNewOneAreTrusted() {
        Issuer next = new Issuer(folder, "ministry-2027");
        TrustedKeys both = TrustedKeys.in(Issuer.trusted(folder, ministry, next));

        assertThat(VERIFICATION.verify(good, both, 6)).isInstanceOf(Receipt.Good.class);
        assertThat(VERIFICATION.verify(next.issue(8), both, 7)).isInstanceOf(Receipt.Good.class);
        assertThat(VERIFICATION.verify(good, TrustedKeys.in(Issuer.trusted(folder, next)), 6))
                .isInstanceOf(Receipt.Refused.class);
    }

    @Test
    void thereIsNoWayBackToEarlierRules() {
        assertThat(refused(good, 7).why()).isEqualTo(Refusal.NOT_NEWER);
        assertThat(refused(good, 8).problems())
                .extracting(Problem::toString)
                .containsExactly("serial: 届いた番号は 7、今の番号は 8 です。 / The serial received is 7, the one held 8.");
    }

    @Test
    void aGapIsRefusedWithTheSituationsAndDaysItLeavesOpen() {
        Receipt.Refused gap = refused(
                ministry.issue(
                        7, Issuer.IN_FORCE, Issuer.edited("insurance-old", "from: 2026-04-01", "from: 2026-04-03")),
                6);

        assertThat(gap.why()).isEqualTo(Refusal.NOT_TOTAL);
        assertThat(gap.head().orElseThrow().serial()).isEqualTo(7);
        assertThat(gap.problems())
                .extracting(Problem::toString)
                .anyMatch(said ->
                        said.contains("notice") && said.contains("2026-04-01 – 2026-04-02") && said.contains("抜け"));
    }

    @Test
    void anOverlapIsRefusedWithTheRowsThatCompete() {
        Receipt.Refused overlap = refused(
                ministry.issue(
                        7,
                        Issuer.IN_FORCE,
                        Issuer.edited("insurance-old", "through: 2026-03-31", "through: 2026-04-01")),
                6);

        assertThat(overlap.why()).isEqualTo(Refusal.NOT_TOTAL);
        assertThat(overlap.problems())
                .extracting(problem -> problem.reason().en())
                .contains("Several rows decide this (overlap): R-OLD-13, R-OLD-16");
    }

    @Test
    void filesThatDoNotParseAreRefusedWithEveryFault() {
        Receipt.Refused faulty = refused(
                ministry.issue(
                        7,
                        Issuer.IN_FORCE,
                        Issuer.edited(
                                "insurance-old",
                                "verdict: accepted",
                                "verdict: perhaps",
                                "certain: true",
                                "certain: maybe")),
                6);

        assertThat(faulty.why()).isEqualTo(Refusal.FAULTY_FILES);
        assertThat(faulty.problems()).hasSizeGreaterThan(10);
        assertThat(refused(ministry.issue(7, Issuer.IN_FORCE, List.of(new RuleSource("a.yaml", "{"))), 6)
                        .why())
                .isEqualTo(Refusal.FAULTY_FILES);
    }

    @Test
    void rulesThatLackAFacetThisProgramAsksByAreRefused() {
        Receipt.Refused unfit =
                refused(ministry.issue(7, Issuer.IN_FORCE, List.of(new RuleSource("small.yaml", """
                                documents: [{key: D1, title: {ja: 文書, en: document}, date: 2025-11-19}]
                                table: insurance
                                title: {ja: 保険, en: Insurance}
                                question: {ja: 何か, en: What}
                                facets: [{name: shown, label: {ja: 提示, en: shown}, vocabulary: shown}]
                                verdicts: [{word: full-charge, ja: 全額, en: all}]
                                rules:
                                  - id: T-1
                                    sources: [{document: D1, heading: 一}]
                                    certain: true
                                    then: {verdict: full-charge, next: {ja: 払う。, en: Pay.}}
                                    example: {day: 2026-01-01, shown: card}
                                """))), 6);

        assertThat(unfit.why()).isEqualTo(Refusal.UNFIT);
        assertThat(unfit.problems())
                .extracting(problem -> problem.place() + " " + problem.reason().en())
                .contains(
                        "insurance It has other facets. Needed are shown, outcome, visit, insurer, facility, occasion, seen.");
    }

    @Test
    void rulesThatLackATableThisProgramAsksAreRefused() {
        RuleBook own = RuleBook.read(List.of(new RuleSource("paint.yaml", """
                documents: [{key: D1, title: {ja: 文書, en: document}, date: 2025-11-19}]
                table: paint
                title: {ja: 色, en: Colour}
                question: {ja: 何色か, en: Which colour}
                facets: [{name: size, label: {ja: 大きさ, en: size}, kinds: [{word: big, ja: 大, en: big}]}]
                verdicts: [{word: red, ja: 赤, en: red}]
                rules:
                  - id: T-1
                    sources: [{document: D1, heading: 一}]
                    certain: true
                    then: {verdict: red, next: {ja: 塗る。, en: Paint.}}
                    example: {day: 2026-01-01, size: big}
                """))).orElseThrow();

        assertThat(new Verification(own).verify(good, trusted, 6))
                .isInstanceOfSatisfying(Receipt.Refused.class, unfit -> {
                    assertThat(unfit.why()).isEqualTo(Refusal.UNFIT);
                    assertThat(unfit.problems())
                            .extracting(Problem::toString)
                            .containsExactly("paint: この表がありません。 / This table is missing.");
                });
    }

    @Test
    void everyReasonIsSaidInBothLanguages() {
        for (Refusal refusal : Refusal.values()) {
            assertThat(refusal.sentence().ja()).containsPattern("[ぁ-ん]").endsWith("。");
            assertThat(refusal.sentence().en()).matches("[A-Z].*\\.");
        }
    }

    private static Receipt.Refused refused(byte[] bytes, long held) {
        return refused(SignedBundle.of(bytes), held);
    }

    private static Receipt.Refused refused(SignedBundle bundle, long held) {
        return (Receipt.Refused) VERIFICATION.verify(bundle, trusted, held);
    }
}
