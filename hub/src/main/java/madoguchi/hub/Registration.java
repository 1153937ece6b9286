package madoguchi.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import madoguchi.core.Typed;
import madoguchi.core.Wareki;

/**
 * 資格登録の1行 – one line of a registration file, understood. Columns: {@code docs/registration-file.md}.
 *
 * @param withdrawn 異動区分 9 取消
 * @param myNumber 個人番号, on its way to becoming a person id
 * @param suppressed 不開示
 * @param coverage the coverage
 */
record Registration(boolean withdrawn, MyNumber myNumber, boolean suppressed, Coverage coverage) {

    static final Set<String> COLUMNS = Set.of(
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

    static final Set<String> NEEDED =
            Set.of("異動区分", "個人番号", "保険者番号", "番号", "被保険者証区分", "氏名", "性別1", "生年月日", "資格取得年月日", "保険者名称");

    /** Reads one line; every fault of every column at once. */
    static Parsed<Registration> parse(Map<String, String> cells) {
        Row row = new Row(cells);
        NEEDED.forEach(row::required);
        Optional<MyNumber> myNumber = row.read("個人番号", MyNumber::parse);
        Optional<InsuredId> id = insuredId(row);
        Optional<CoverageClass> kind = row.code(CoverageClass.class, "被保険者証区分");
        Optional<Holder> holder = holder(row);
        Optional<Period> qualified = row.until("資格取得年月日", "資格喪失年月日");
        boolean withdrawn = withdrawn(row);
        Optional<Coverage> coverage = id.isPresent() && kind.isPresent() && holder.isPresent()
                ? Optional.of(coverage(row, id.get(), kind.get(), holder.get(), qualified))
                : Optional.empty();
        List<Problem> problems = row.problems();
        return problems.isEmpty() && coverage.isPresent() && myNumber.isPresent()
                ? Parsed.of(new Registration(withdrawn, myNumber.get(), row.flag("不開示"), coverage.get()))
                : new Parsed.Faults<>(problems);
    }

    private static boolean withdrawn(Row row) {
        String change = row.text("異動区分").map(Typed::halfWidth).orElse("1");
        if (!change.equals("1") && !change.equals("9")) {
            row.problem("異動区分", "1（登録・訂正）か 9（取消）です。", "Either 1 (registration or correction) or 9 (withdrawal).");
        }
        return change.equals("9");
    }

    private static Optional<InsuredId> insuredId(Row row) {
        Optional<InsurerNumber> insurer = row.read("保険者番号", InsurerNumber::parse);
        Parsed<InsuredId> parsed = InsuredId.parse(
                insurer.map(InsurerNumber::digits).orElse(PLACEHOLDER),
                row.text("記号").orElse(""),
                row.text("番号").orElse("-"),
                row.text("枝番").orElse(""));
        parsed.problems()
                .forEach(problem -> row.problem(
                        column(problem), problem.reason().ja(), problem.reason().en()));
        return insurer.isPresent()
                ? parsed.problems().isEmpty() ? Optional.of(parsed.orElseThrow()) : Optional.empty()
                : Optional.empty();
    }

    /** Stands in for a faulty insurer number while the other three parts are read; never leaves this class. */
    private static final String PLACEHOLDER = "138016";

    private static String column(Problem problem) {
        return switch (problem.place()) {
            case "symbol" -> "記号";
            case "number" -> "番号";
            case "branch" -> "枝番";
            default -> "保険者番号";
        };
    }

    private static Optional<Holder> holder(Row row) {
        Optional<Sex> sex = row.code(Sex.class, "性別1");
        Optional<Sex> sexOnBack = row.code(Sex.class, "性別2");
        return row.date("生年月日")
                .flatMap(birth -> sex.flatMap(known -> row.text("氏名")
                        .map(name -> new Holder(
                                new PersonName(name, row.text("氏名カナ"), row.text("氏名その他"), row.text("氏名その他カナ")),
                                known,
                                sexOnBack,
                                birth,
                                row.text("住所"),
                                row.text("郵便番号")))));
    }

    private static Coverage coverage(
            Row row, InsuredId id, CoverageClass kind, Holder holder, Optional<Period> qualified) {
        return new Coverage(
                id,
                kind,
                row.code(Relation.class, "本人家族"),
                row.text("被保険者氏名"),
                holder,
                row.text("保険者名称").orElse(""),
                qualified,
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
        Optional<CopaymentRate> rate = row.read("高齢負担割合", CopaymentRate::parse);
        Optional<Period> valid = row.through("高齢有効開始", "高齢有効終了");
        return rate.flatMap(
                share -> valid.map(period -> new ElderlyRecipientCertificate(row.date("高齢交付年月日"), period, share)));
    }

    private static Optional<LimitCertificate> limit(Row row) {
        Optional<LimitClass> limitClass = row.code(LimitClass.class, "限度額適用区分");
        Optional<LimitKind> kind = row.code(LimitKind.class, "限度額証区分");
        Optional<Period> valid = row.through("限度額有効開始", "限度額有効終了");
        if (limitClass.isPresent() && (kind.isEmpty() || valid.isEmpty())) {
            row.problem("限度額適用区分", "証区分と有効開始も必要です。", "The kind and the first valid day are needed too.");
        }
        return limitClass.flatMap(known -> kind.flatMap(certificate -> valid.map(period ->
                new LimitCertificate(certificate, known, row.date("限度額交付年月日"), period, row.date("限度額長期入院")))));
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
        Optional<Period> valid = entry.through("開始", "終了");
        Optional<java.time.LocalDate> issued = entry.read("交付", Wareki::parse);
        int yen = entry.yen("額");
        entry.problems()
                .forEach(problem -> row.problem(
                        "特定疾病（" + problem.place() + "）",
                        problem.reason().ja(),
                        problem.reason().en()));
        return category.flatMap(known -> valid.map(period -> new SpecificDisease(known, issued, period, yen)));
    }
}
