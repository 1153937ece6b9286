package madoguchi.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a desk finds out from a code, with keys it fetched beforehand and nobody to ask. */
class StampTest {

    private static final Instant NOW = Instant.parse("2026-05-25T00:12:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final Octets SALT = Octets.of((byte) 1, (byte) 2, (byte) 3, (byte) 4);
    private static final MedicalInstitutionCode CLINIC = new MedicalInstitutionCode("1319999913");
    private static final MedicalInstitutionCode PHARMACY = new MedicalInstitutionCode("1349999913");
    private static final Octets MASTER = Octets.of(new byte[32]);
    private static final Stamper PORTAL = Stamper.of(Stamper.newKey());
    private static final StampKeys KEYS =
            new StampKeys(List.of(PORTAL.key()), List.of(ShortCode.key(MASTER, CLINIC, LocalDate.of(2026, 5, 25))));

    private static final Shown HANAKO = new Shown(LocalDate.of(1987, 4, 12), "ミホン ハナコ", insured("567890"));
    private static final Shown TARO = new Shown(LocalDate.of(1990, 1, 1), "カクウ タロウ", insured("111111"));

    private static InsuredId insured(String number) {
        return InsuredId.parse("139998", "12-34", number, "02").orElseThrow();
    }

    private static String code(ScreenKind kind, Shown shown, Duration life) {
        return PORTAL.stamp(kind, shown, NOW.minusSeconds(20), NOW, life, SALT);
    }

    private static Expected expecting(Shown shown, ScreenKind... kinds) {
        return new Expected(
                Set.of(kinds),
                List.of(new Expected.Patient(
                        shown.birth(), Optional.of(shown.reading()), Optional.of(shown.insured()))));
    }

    private static Verified check(String code, Expected expected, Instant when) {
        return new Verifier(KEYS).check(code, expected, when);
    }

    @Test
    void aScreenThatIsOpenNowIsGenuineAndTellsWhenItsHolderLoggedIn() {
        Verified found = check(
                code(ScreenKind.HEALTH_INSURANCE, HANAKO, FIVE),
                expecting(HANAKO, ScreenKind.HEALTH_INSURANCE),
                NOW.plusSeconds(60));
        assertThat(found).isInstanceOfSatisfying(Verified.Live.class, live -> {
            assertThat(live.fit()).isEqualTo(Fit.SAME);
            assertThat(live.stamp().loggedIn()).isEqualTo(NOW.minusSeconds(20));
        });
    }

    @Test
    void aScreenshotIsOldAfterFiveMinutesWhateverLifeItGivesItself() {
        String code = code(ScreenKind.HEALTH_INSURANCE, HANAKO, Duration.ofDays(30));
        assertThat(check(code, expecting(HANAKO), NOW.plus(FIVE).minusSeconds(1)))
                .isInstanceOf(Verified.Live.class);
        assertThat(check(code, expecting(HANAKO), NOW.plus(FIVE))).isInstanceOf(Verified.Old.class);
    }

    @Test
    void aPdfServesForItsTermButNeverAsALiveScreen() {
        String code = code(ScreenKind.ELIGIBILITY_PDF, HANAKO, Duration.ofDays(30));
        Instant later = NOW.plus(Duration.ofDays(29));
        assertThat(check(code, expecting(HANAKO, ScreenKind.ELIGIBILITY_PDF), later))
                .isInstanceOf(Verified.Stored.class);
        assertThat(check(code, expecting(HANAKO, ScreenKind.HEALTH_INSURANCE), later))
                .isInstanceOf(Verified.WrongKind.class);
        assertThat(check(code, expecting(HANAKO, ScreenKind.ELIGIBILITY_PDF), NOW.plus(Duration.ofDays(30))))
                .isInstanceOf(Verified.Old.class);
    }

    @Test
    void anotherPersonsCodeIsSaidToBeAnotherPersonsEvenWhenItIsOldToo() {
        String code = code(ScreenKind.HEALTH_INSURANCE, TARO, FIVE);
        assertThat(check(code, expecting(HANAKO), NOW)).isInstanceOf(Verified.Foreign.class);
        assertThat(check(code, expecting(HANAKO), NOW.plus(FIVE))).isInstanceOf(Verified.Foreign.class);
    }

    @Test
    void aNewNumberOfTheSamePersonIsToldApartFromAnotherPerson() {
        Shown moved = new Shown(HANAKO.birth(), "みほん　はなこ", insured("999999"));
        assertThat(check(code(ScreenKind.HEALTH_INSURANCE, moved, FIVE), expecting(HANAKO), NOW))
                .isInstanceOfSatisfying(
                        Verified.Live.class, live -> assertThat(live.fit()).isEqualTo(Fit.OTHER_COVERAGE));
    }

    @Test
    void ofAPatientWhomNobodyKnowsYetItIsSaidThatNothingWasCompared() {
        assertThat(check(code(ScreenKind.HEALTH_INSURANCE, HANAKO, FIVE), new Expected(Set.of(), List.of()), NOW))
                .isInstanceOfSatisfying(
                        Verified.Live.class, live -> assertThat(live.fit()).isEqualTo(Fit.NOT_COMPARED));
    }

    @Test
    void aCodeFromTheFutureSaysThatTheClocksDiffer() {
        String code = code(ScreenKind.HEALTH_INSURANCE, HANAKO, FIVE);
        assertThat(check(code, expecting(HANAKO), NOW.minusSeconds(119))).isInstanceOf(Verified.Live.class);
        assertThat(check(code, expecting(HANAKO), NOW.minusSeconds(121))).isInstanceOf(Verified.Early.class);
    }

    @Test
    void whoeverChangesOneBitIsFoundOut() {
        byte[] bytes = Letters.bytes(
                        code(ScreenKind.HEALTH_INSURANCE, HANAKO, FIVE).substring(2))
                .orElseThrow();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertThat(check("MG" + Letters.of(changed), expecting(HANAKO), NOW))
                    .as("bit %d", bit)
                    .isInstanceOfAny(Verified.Forged.class, Verified.UnknownKey.class, Verified.Unreadable.class);
        }
    }

    @Test
    void aForgersOwnKeyIsUnknownAndHisSignatureUnderAKnownKeysNameIsForged() {
        Stamper forger = Stamper.of(Stamper.newKey());
        String his = forger.stamp(ScreenKind.HEALTH_INSURANCE, HANAKO, NOW, NOW, FIVE, SALT);
        assertThat(check(his, expecting(HANAKO), NOW))
                .isEqualTo(new Verified.UnknownKey(forger.key().id()));
        byte[] bytes = Letters.bytes(his.substring(2)).orElseThrow();
        System.arraycopy(java.util.HexFormat.of().parseHex(PORTAL.key().id()), 0, bytes, 1, 4);
        assertThat(check("MG" + Letters.of(bytes), expecting(HANAKO), NOW)).isEqualTo(new Verified.Forged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MG", "https://example.jp/", "MG0000", "見本", "ABCD-EFGH-JKM", "MG!!!!"})
    void whatIsNoCodeIsUnreadable(String typed) {
        assertThat(check(typed, expecting(HANAKO), NOW)).isEqualTo(new Verified.Unreadable());
    }

    @Test
    void aScannerThatWritesFullWidthOrSmallLettersIsForgiven() {
        String code = code(ScreenKind.HEALTH_INSURANCE, HANAKO, FIVE);
        StringBuilder wide = new StringBuilder();
        code.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        assertThat(check(wide.toString(), expecting(HANAKO), NOW)).isInstanceOf(Verified.Live.class);
        assertThat(check(code.toLowerCase(java.util.Locale.ROOT), expecting(HANAKO), NOW))
                .isInstanceOf(Verified.Live.class);
        assertThat(code).hasSize(164).matches("[0-9A-Z]+");
    }

    @ParameterizedTest
    @EnumSource(ScreenKind.class)
    void everyKindOfScreenIsReadBackAsItself(ScreenKind kind) {
        assertThat(check(code(kind, HANAKO, FIVE), expecting(HANAKO, kind), NOW))
                .isInstanceOfAny(Verified.Live.class, Verified.Stored.class);
        Set<ScreenKind> others = EnumSet.complementOf(EnumSet.of(kind));
        assertThat(check(code(kind, HANAKO, FIVE), expecting(HANAKO, others.toArray(ScreenKind[]::new)), NOW))
                .isInstanceOf(Verified.WrongKind.class);
    }

    private static String typed(MedicalInstitutionCode facility, Shown shown) {
        return ShortCode.of(
                ShortCode.key(MASTER, facility, LocalDate.of(2026, 5, 25)), ScreenKind.HEALTH_INSURANCE, shown, NOW);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "240,true", "299,true", "320,false", "165000,false"})
    void aShortCodeServesForFiveMinutes(long seconds, boolean serves) {
        Verified found = check(typed(CLINIC, HANAKO), expecting(HANAKO), NOW.plusSeconds(seconds));
        assertThat(found instanceof Verified.Typed).isEqualTo(serves);
    }

    @Test
    void aShortCodeIsForOneFacilityOnePersonAndOneScreen() {
        String code = typed(CLINIC, HANAKO);
        assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(check(code, expecting(HANAKO, ScreenKind.HEALTH_INSURANCE), NOW))
                .isInstanceOf(Verified.Typed.class);
        assertThat(check(code, expecting(HANAKO, ScreenKind.RECIPIENT_CERTIFICATE), NOW))
                .isEqualTo(new Verified.NotFitting());
        assertThat(check(code, expecting(TARO), NOW)).isEqualTo(new Verified.NotFitting());
        assertThat(check(typed(PHARMACY, HANAKO), expecting(HANAKO), NOW)).isEqualTo(new Verified.NotFitting());
        assertThat(check(code, new Expected(Set.of(), List.of()), NOW)).isEqualTo(new Verified.NothingToCompare());
    }
}
