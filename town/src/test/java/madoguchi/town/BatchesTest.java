package madoguchi.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.CheckDigit;
import madoguchi.core.CoverageClass;
import madoguchi.core.Subject;
import org.junit.jupiter.api.Test;

/** The registration files of the town follow {@code docs/registration-file.md}. */
final class BatchesTest {

    private static final Set<String> COVERAGE_COLUMNS = columns("""
            異動区分 個人番号 保険者番号 記号 番号 枝番 被保険者証区分 本人家族 被保険者氏名 氏名 氏名カナ 氏名その他 氏名その他カナ
            性別1 性別2 生年月日 郵便番号 住所 資格取得年月日 資格喪失年月日 喪失事由 交付年月日 有効開始年月日 有効終了年月日
            保険者名称 一部負担金割合 未就学区分 高齢交付年月日 高齢有効開始 高齢有効終了 高齢負担割合 限度額証区分 限度額適用区分
            限度額交付年月日 限度額有効開始 限度額有効終了 限度額長期入院 特定疾病 不開示""");
    private static final Set<String> REQUIRED = columns("異動区分 個人番号 保険者番号 番号 被保険者証区分 氏名 性別1 生年月日 資格取得年月日 保険者名称");
    private static final Set<String> TICKET_COLUMNS =
            columns("異動区分 公費負担者番号 受給者番号 診療年月 有効開始年月日 有効終了年月日 交付番号 医療機関コード 本人支払額");

    private final Town town = Town.load();

    @Test
    void filesComeInOrderOfTheirInstantsBetween2023AndNovember2026() {
        assertThat(town.batches()).extracting(Batch::recordedAt).isSorted().doesNotHaveDuplicates();
        assertThat(town.batches().getFirst().recordedAt()).isAfter(Instant.parse("2022-12-31T15:00:00Z"));
        assertThat(town.batches().getLast().recordedAt()).isBefore(Instant.parse("2026-11-20T15:00:00Z"));
    }

    @Test
    void someFilesAreInShiftJisSomeInUtf8WithAByteOrderMark() {
        assertThat(town.batches()).filteredOn(batch -> !isUtf8(batch)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(town.batches())
                .filteredOn(batch -> text(batch).startsWith("\uFEFF"))
                .isNotEmpty();
    }

    @Test
    void aShiftJisFileHasNoCharacterThatItCannotCarry() {
        Charset shiftJis = Charset.forName("windows-31j");
        assertThat(town.batches())
                .filteredOn(batch -> !isUtf8(batch))
                .allSatisfy(batch -> assertThat(text(batch, shiftJis)).doesNotContain("\uFFFD"))
                .allSatisfy(batch ->
                        assertThat(text(batch, shiftJis).getBytes(shiftJis)).isEqualTo(batch.bytes()));
    }

    @Test
    void everyRowIsWellFormed() {
        for (Batch batch : town.batches()) {
            RegistrationFile file = RegistrationFile.read(batch);
            assertThat(file.rows()).as(batch.fileName()).isNotEmpty();
            for (RegistrationRow row : file.rows()) {
                switch (file.kind()) {
                    case TICKETS -> {
                        assertThat(row.cells().keySet()).as(batch.fileName()).isEqualTo(TICKET_COLUMNS);
                        RegisteredTicket ticket = RegisteredTicket.of(batch.recordedAt(), row);
                        assertThat(CheckDigit.holds(ticket.payer())).isTrue();
                        assertThat(CheckDigit.holds(row.text("受給者番号"))).isTrue();
                    }
                    case COVERAGES -> {
                        assertThat(COVERAGE_COLUMNS)
                                .as(batch.fileName())
                                .containsAll(row.cells().keySet());
                        assertThat(REQUIRED)
                                .as(batch.fileName())
                                .allMatch(column -> row.find(column).isPresent());
                        assertThat(RegisteredCoverage.of(batch.recordedAt(), row))
                                .satisfies(BatchesTest::isSound);
                    }
                    case CARDS ->
                        assertThat(RegisteredCard.of(batch.recordedAt(), row).withdrawn())
                                .isFalse();
                    case ENROLMENTS ->
                        assertThat(RegisteredEnrolment.of(batch.recordedAt(), row)
                                        .withdrawn())
                                .isFalse();
                }
            }
        }
    }

    @Test
    void everyCardIsOnePersonsAndThatPersonIsInsured() {
        Register register = Register.read(town.batches());
        assertThat(register.cards()).extracting(RegisteredCard::card).doesNotHaveDuplicates();
        assertThat(coverageRows().map(RegisteredCoverage::person).collect(Collectors.toSet()))
                .containsAll(
                        register.cards().stream().map(RegisteredCard::person).toList());
    }

    private static void isSound(RegisteredCoverage row) {
        var coverage = row.coverage();
        boolean noBranch = coverage.kind() == CoverageClass.MEDICAL_ASSISTANCE
                || coverage.id().insurer().digits().startsWith("39");
        assertThat(coverage.id().insurer().checkDigitHolds()).isTrue();
        assertThat(coverage.rate().isPresent())
                .isEqualTo(coverage.id().insurer().digits().startsWith("39"));
        assertThat(noBranch
                        && (coverage.id().branch().isPresent()
                                || coverage.id().symbol().isPresent()))
                .isFalse();
        assertThat(coverage.kind() == CoverageClass.MEDICAL_ASSISTANCE)
                .isEqualTo(coverage.id().insurer().digits().startsWith("12"));
        assertThat(coverage.lossReason().isPresent())
                .isEqualTo(row.qualified().end().isPresent());
        assertThat(coverage.holder().name().kana().orElseThrow()).matches("[ ｦ-ﾟ]+");
    }

    @Test
    void everyMyNumberIsInventedAndHasAFittingCheckDigit() {
        assertThat(coverageRows().map(RegisteredCoverage::person))
                .allMatch(number -> number.matches("000000\\d{6}"))
                .allMatch(BatchesTest::myNumberHolds);
    }

    @Test
    void oneMyNumberNeverHasTwoBirthdays() {
        Map<String, Set<String>> birthdays = new HashMap<>();
        coverageRows()
                .forEach(row -> birthdays
                        .computeIfAbsent(row.person(), number -> new TreeSet<>())
                        .add(row.coverage().holder().birth().toString()));
        assertThat(birthdays.values()).allSatisfy(days -> assertThat(days).hasSize(1));
    }

    @Test
    void noTwoPeopleShareAMyNumberAndEveryMyNumberHasItsPerson() {
        Map<String, String> owners = new HashMap<>();
        for (Townsperson person : town.people()) {
            for (String number : myNumbers(person)) {
                assertThat(owners.put(number, person.key()))
                        .as("%s and another person", person.key())
                        .isNull();
            }
        }
        assertThat(owners.keySet())
                .isEqualTo(coverageRows().map(RegisteredCoverage::person).collect(Collectors.toSet()));
    }

    /* By today's id, leaving out rows that were taken back and those of the wrong link before. */
    private Set<String> myNumbers(Townsperson person) {
        Subject.ByNumber number = new Subject.ByNumber(person.id(), person.birth());
        Map<RegisteredCoverage.Name, RegisteredCoverage> latest = coverageRows()
                .collect(Collectors.toMap(RegisteredCoverage::name, row -> row, (earlier, later) -> later));
        return latest.values().stream()
                .filter(row -> !row.withdrawn() && row.matches(number))
                .map(RegisteredCoverage::person)
                .collect(Collectors.toSet());
    }

    private Stream<RegisteredCoverage> coverageRows() {
        return Register.read(town.batches()).coverages().stream();
    }

    /* 検査用数字: weights 2 to 7 for the six lowest digits of the body, 2 to 6 for the five above. */
    private static boolean myNumberHolds(String digits) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            sum += (digits.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        int check = sum % 11 <= 1 ? 0 : 11 - sum % 11;
        return check == digits.charAt(11) - '0';
    }

    private static Set<String> columns(String words) {
        return Set.copyOf(List.of(words.split("\\s+")));
    }

    private static boolean isUtf8(Batch batch) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(batch.bytes()));
            return true;
        } catch (CharacterCodingException shiftJis) {
            return false;
        }
    }

    private static String text(Batch batch) {
        return text(batch, StandardCharsets.UTF_8);
    }

    private static String text(Batch batch, Charset charset) {
        return new String(batch.bytes(), charset);
    }
}
