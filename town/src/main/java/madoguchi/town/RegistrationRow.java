package madoguchi.town;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Coded;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.LossReason;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Sex;
import madoguchi.core.SpecificDisease;
import madoguchi.core.SpecificDiseaseCategory;
import madoguchi.core.Wareki;

/**
 * 登録ファイルの一行 – cells by column name, and the values they stand for. A bad cell is a fault of the town's own data and thus an exception.
 *
 * @param cells every column of the file; empty means absent
 */
record RegistrationRow(Map<String, String> cells) {

    Optional<String> find(String column) {
        return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
    }

    String text(String column) {
        return find(column).orElseThrow(() -> new NoSuchElementException(column));
    }

    boolean withdraws() {
        return switch (text("異動区分")) {
            case "1" -> false;
            case "9" -> true;
            default -> throw new IllegalStateException("異動区分 is 1 or 9");
        };
    }

    /** All that an inquiry could ever return of this row; consents and periods are applied when it is asked. */
    Coverage coverage() {
        return new Coverage(
                id(),
                code(CoverageClass.class, "被保険者証区分").orElseThrow(),
                code(Relation.class, "本人家族"),
                find("被保険者氏名"),
                holder(),
                text("保険者名称"),
                Optional.of(qualified()),
                date("交付年月日"),
                through("有効開始年月日", "有効終了年月日"),
                code(LossReason.class, "喪失事由"),
                rate("一部負担金割合"),
                find("未就学区分").isPresent(),
                elderly(),
                limit(),
                diseases(),
                List.of());
    }

    Period qualified() {
        return until("資格取得年月日", "資格喪失年月日");
    }

    Period until(String firstDay, String firstDayWithout) {
        return new Period(date(firstDay).orElseThrow(), date(firstDayWithout));
    }

    private InsuredId id() {
        return InsuredId.parse(
                        text("保険者番号"),
                        find("記号").orElse(""),
                        text("番号"),
                        find("枝番").orElse(""))
                .orElseThrow();
    }

    private Holder holder() {
        return new Holder(
                new PersonName(text("氏名"), find("氏名カナ"), find("氏名その他"), find("氏名その他カナ")),
                code(Sex.class, "性別1").orElseThrow(),
                code(Sex.class, "性別2"),
                date("生年月日").orElseThrow(),
                find("住所"),
                find("郵便番号"));
    }

    private Optional<ElderlyRecipientCertificate> elderly() {
        return through("高齢有効開始", "高齢有効終了")
                .map(valid -> new ElderlyRecipientCertificate(
                        date("高齢交付年月日"), valid, rate("高齢負担割合").orElseThrow()));
    }

    private Optional<LimitCertificate> limit() {
        return through("限度額有効開始", "限度額有効終了")
                .map(valid -> new LimitCertificate(
                        code(LimitKind.class, "限度額証区分").orElseThrow(),
                        code(LimitClass.class, "限度額適用区分").orElseThrow(),
                        date("限度額交付年月日"),
                        valid,
                        date("限度額長期入院")));
    }

    private List<SpecificDisease> diseases() {
        return find("特定疾病").stream()
                .flatMap(joined -> Stream.of(joined.split(";", -1)))
                .map(RegistrationRow::disease)
                .toList();
    }

    private static SpecificDisease disease(String colons) {
        String[] part = colons.split(":", -1);
        Optional<LocalDate> last = date("特定疾病", part[3]);
        return new SpecificDisease(
                Coded.parse(SpecificDiseaseCategory.class, "特定疾病", part[0]).orElseThrow(),
                date("特定疾病", part[1]),
                through(date("特定疾病", part[2]).orElseThrow(), last),
                Integer.parseInt(part[4]));
    }

    Optional<Period> through(String firstDay, String lastDay) {
        return date(firstDay).map(first -> through(first, date(lastDay)));
    }

    private static Period through(LocalDate first, Optional<LocalDate> last) {
        return last.map(day -> Period.through(first, day)).orElseGet(() -> Period.startingOn(first));
    }

    private Optional<LocalDate> date(String column) {
        return date(column, find(column).orElse(""));
    }

    private static Optional<LocalDate> date(String column, String cell) {
        return cell.isEmpty()
                ? Optional.empty()
                : Optional.of(Wareki.parse(column, cell).orElseThrow());
    }

    private Optional<CopaymentRate> rate(String column) {
        return find(column).map(cell -> CopaymentRate.parse(column, cell).orElseThrow());
    }

    private <E extends Enum<E> & Coded> Optional<E> code(Class<E> list, String column) {
        return find(column).map(cell -> Coded.parse(list, column, cell).orElseThrow());
    }

    /** Never prints a cell. */
    @Override
    public String toString() {
        return "RegistrationRow[" + cells.size() + " cells]";
    }
}
