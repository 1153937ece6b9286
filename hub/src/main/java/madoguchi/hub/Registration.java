package madoguchi.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.LossReason;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Problem;
import madoguchi.core.Relation;
import madoguchi.core.Sex;
import madoguchi.core.SpecificDisease;
import madoguchi.core.SpecificDiseaseCategory;

/**
 * 資格登録の1行 – one line of a registration file, understood. Columns: {@code docs/registration-file.md}.
 *
 * @param withdrawn 異動区分 9 取消
 * @param myNumber 個人番号, on its way to becoming a person id
 * @param suppressed 不開示
 * @param coverage the coverage
 */
record Registration(boolean withdrawn, MyNumber myNumber, boolean suppressed, Coverage coverage) {

    static final List<String> COLUMNS = List.of(
            "異動区分",
            "個人番号",
            "保険者番号",
            "記号",
            "番号",
            "枝番",
            "被保険者証区分",
            "本人家族",
            "被保険者氏名",
            "氏名",
            "氏名カナ",
            "氏名その他",
            "氏名その他カナ",
            "性別1",
            "性別2",
            "生年月日",
            "郵便番号",
            "住所",
            "資格取得年月日",
            "資格喪失年月日",
            "喪失事由",
            "交付年月日",
            "有効開始年月日",
            "有効終了年月日",
            "保険者名称",
            "一部負担金割合",
            "未就学区分",
            "高齢交付年月日",
            "高齢有効開始",
            "高齢有効終了",
            "高齢負担割合",
            "限度額証区分",
            "限度額適用区分",
            "限度額交付年月日",
            "限度額有効開始",
            "限度額有効終了",
            "限度額長期入院",
            "特定疾病",
            "不開示");

    static final List<String> NEEDED =
            List.of("異動区分", "個人番号", "保険者番号", "番号", "被保険者証区分", "氏名", "性別1", "生年月日", "資格取得年月日", "保険者名称");

    private static final List<String> ELDERLY_NEEDED = List.of("高齢有効開始", "高齢負担割合");
    private static final List<String> ELDERLY = List.of("高齢交付年月日", "高齢有効開始", "高齢有効終了", "高齢負担割合");
    private static final List<String> LIMIT_NEEDED = List.of("限度額証区分", "限度額適用区分", "限度額有効開始");
    private static final List<String> LIMIT = List.of("限度額証区分", "限度額適用区分", "限度額交付年月日", "限度額有効開始", "限度額有効終了", "限度額長期入院");

    /* Every cell is read, also beside a faulty one, so that all faults of a line are told at once. Where a cell is faulty a stand-in takes its place; a line with a problem never becomes a value. */

    private static final InsurerNumber SOME_INSURER = new InsurerNumber("138016");
    private static final InsuredId SOMEBODY = new InsuredId(SOME_INSURER, Optional.empty(), "0", Optional.empty());

    /** Reads one line; every fault of every column at once, empty required cells first. */
    static Parsed<Registration> parse(Map<String, String> cells) {
        Row row = new Row(cells);
        row.refuseControlCharacters(COLUMNS);
        NEEDED.forEach(row::required);
        boolean withdrawn = row.withdrawn();
        Optional<MyNumber> myNumber = row.read("個人番号", MyNumber::parse);
        Coverage coverage = coverage(row);
        boolean suppressed = row.flag("不開示");
        return row.problems().isEmpty()
                ? Parsed.of(new Registration(withdrawn, myNumber.orElseThrow(), suppressed, coverage))
                : new Parsed.Faults<>(row.problems());
    }

    private static InsuredId insuredId(Row row) {
        Optional<InsurerNumber> insurer = row.read("保険者番号", InsurerNumber::parse);
        Parsed<InsuredId> parsed = InsuredId.parse(
                insurer.orElse(SOME_INSURER).digits(),
                row.text("記号").orElse(""),
                row.text("番号").orElse("0"),
                row.text("枝番").orElse(""));
        parsed.problems()
                .forEach(problem -> row.problem(
                        column(problem), problem.reason().ja(), problem.reason().en()));
        return parsed.problems().isEmpty() ? parsed.orElseThrow() : SOMEBODY;
    }

    /** The column that a fault of {@link InsuredId#parse} is about. */
    static String column(Problem problem) {
        return switch (problem.place()) {
            case "symbol" -> "記号";
            case "number" -> "番号";
            case "branch" -> "枝番";
            default -> "保険者番号";
        };
    }

    private static Holder holder(Row row) {
        return new Holder(
                new PersonName(row.text("氏名").orElse("●"), row.text("氏名カナ"), row.text("氏名その他"), row.text("氏名その他カナ")),
                row.code(Sex.class, "性別1").orElse(Sex.UNSET),
                row.code(Sex.class, "性別2"),
                row.date("生年月日").orElse(LocalDate.EPOCH),
                row.text("住所"),
                row.text("郵便番号"));
    }

    private static Coverage coverage(Row row) {
        return new Coverage(
                insuredId(row),
                row.code(CoverageClass.class, "被保険者証区分").orElse(CoverageClass.GENERAL),
                row.code(Relation.class, "本人家族"),
                row.text("被保険者氏名"),
                holder(row),
                row.text("保険者名称").orElse(""),
                row.until("資格取得年月日", "資格喪失年月日"),
                row.date("交付年月日"),
                row.through("有効開始年月日", "有効終了年月日"),
                row.code(LossReason.class, "喪失事由"),
                row.read("一部負担金割合", CopaymentRate::parse),
                row.flag("未就学区分"),
                elderly(row),
                limit(row),
                row.text("特定疾病").map(text -> diseases(row, text)).orElse(List.of()),
                List.of());
    }

    private static Optional<ElderlyRecipientCertificate> elderly(Row row) {
        if (!row.isAnyFilled(ELDERLY)) {
            return Optional.empty();
        }
        row.together(ELDERLY_NEEDED, ELDERLY);
        Optional<CopaymentRate> rate = row.read("高齢負担割合", CopaymentRate::parse);
        Optional<LocalDate> issued = row.date("高齢交付年月日");
        Optional<Period> valid = row.through("高齢有効開始", "高齢有効終了");
        return rate.flatMap(share -> valid.map(period -> new ElderlyRecipientCertificate(issued, period, share)));
    }

    private static Optional<LimitCertificate> limit(Row row) {
        if (!row.isAnyFilled(LIMIT)) {
            return Optional.empty();
        }
        row.together(LIMIT_NEEDED, LIMIT);
        Optional<LimitKind> kind = row.code(LimitKind.class, "限度額証区分");
        Optional<LimitClass> limitClass = row.code(LimitClass.class, "限度額適用区分");
        Optional<LocalDate> issued = row.date("限度額交付年月日");
        Optional<Period> valid = row.through("限度額有効開始", "限度額有効終了");
        Optional<LocalDate> longTerm = row.date("限度額長期入院");
        return limitClass.flatMap(known -> kind.flatMap(certificate ->
                valid.map(period -> new LimitCertificate(certificate, known, issued, period, longTerm))));
    }

    private static List<SpecificDisease> diseases(Row row, String text) {
        return java.util.Arrays.stream(text.split(";"))
                .flatMap(entry -> disease(row, entry.split(":", -1)).stream())
                .toList();
    }

    private static Optional<SpecificDisease> disease(Row row, String[] parts) {
        if (parts.length != 5) {
            row.problem("特定疾病", "「区分:交付:有効開始:有効終了:自己負担額」の形で書いてください。", "Write it as kind:issued:first:last:amount.");
            return Optional.empty();
        }
        Row entry = new Row(Map.of("区分", parts[0], "交付", parts[1], "開始", parts[2], "終了", parts[3], "額", parts[4]));
        Optional<SpecificDiseaseCategory> category = entry.require(
                "区分", (place, code) -> madoguchi.core.Coded.parse(SpecificDiseaseCategory.class, place, code));
        entry.required("開始");
        Optional<Period> valid = entry.through("開始", "終了");
        Optional<LocalDate> issued = entry.date("交付");
        int yen = entry.yen("額");
        entry.problems()
                .forEach(problem -> row.problem(
                        "特定疾病（" + problem.place() + "）",
                        problem.reason().ja(),
                        problem.reason().en()));
        return category.flatMap(known -> valid.map(period -> new SpecificDisease(known, issued, period, yen)));
    }
}
