package madoguchi.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import madoguchi.core.Coverage;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.LimitCertificate;
import madoguchi.core.MedicalTicket;
import madoguchi.core.SpecificDisease;
import madoguchi.core.Text;

/**
 * 資格の見せ方 – one coverage as the desk shows it.
 *
 * @param coverage the coverage
 * @param birth 和暦 with age
 * @param copies what the レセコン needs, each to be copied by one key
 * @param facts the rest, as label and value
 */
public record CoverageView(Coverage coverage, Text birth, List<Copy> copies, List<Fact> facts) {

    /**
     * 写すもの.
     *
     * @param key the key after C
     * @param id which field, for scripts and tests
     * @param label its name
     * @param value exactly what is copied; empty when there is none
     */
    public record Copy(String key, String id, Text label, String value) {}

    /**
     * 項目.
     *
     * @param label its name
     * @param value its value
     * @param note a remark; empty when none
     * @param attention whether a clerk must look at it
     */
    public record Fact(Text label, Text value, Text note, boolean attention) {}

    private static final Text NONE = Text.same("");

    /** Copies the lists. */
    public CoverageView {
        copies = List.copyOf(copies);
        facts = List.copyOf(facts);
    }

    static CoverageView of(Coverage coverage, LocalDate day) {
        return new CoverageView(
                coverage, Days.birth(coverage.holder().birth(), day), copies(coverage), facts(coverage, day));
    }

    private static List<Copy> copies(Coverage coverage) {
        boolean assistance = coverage.id().insurer().scheme().kind() == madoguchi.core.Scheme.Kind.MEDICAL_ASSISTANCE;
        return List.of(
                new Copy(
                        "1",
                        "insurer",
                        assistance ? new Text("公費負担者番号", "Public payer number") : new Text("保険者番号", "Insurer number"),
                        coverage.id().insurer().digits()),
                new Copy(
                        "2",
                        "symbol",
                        new Text("記号", "Symbol"),
                        coverage.id().symbol().orElse("")),
                new Copy(
                        "3",
                        "number",
                        assistance ? new Text("受給者番号", "Recipient number") : new Text("番号", "Number"),
                        coverage.id().number()),
                new Copy(
                        "4",
                        "branch",
                        new Text("枝番", "Branch"),
                        coverage.id().branch().orElse("")));
    }

    private static List<Fact> facts(Coverage coverage, LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        Share share = Share.of(coverage, day);
        facts.add(new Fact(new Text("負担", "Share"), share.value(), share.source(), share.look()));
        facts.add(new Fact(new Text("限度額", "Limit"), limit(coverage), NONE, false));
        coverage.elderly().ifPresent(elderly -> facts.add(elderly(elderly, day)));
        coverage.diseases().forEach(disease -> facts.add(disease(disease)));
        coverage.tickets().forEach(ticket -> facts.add(ticket(ticket)));
        coverage.lossReason()
                .ifPresent(reason -> facts.add(new Fact(new Text("喪失事由", "Loss reason"), reason.label(), NONE, true)));
        coverage.qualified().ifPresent(period -> addQualified(facts, period, day));
        coverage.cardValid()
                .ifPresent(period -> facts.add(
                        new Fact(new Text("有効期間", "Valid"), Days.through(period), NONE, !period.contains(day))));
        coverage.relation()
                .ifPresent(
                        relation -> facts.add(new Fact(new Text("本人・家族", "Relation"), relation.label(), NONE, false)));
        coverage.insuredName()
                .ifPresent(name ->
                        facts.add(new Fact(new Text("世帯主・被保険者", "Insured person"), Text.same(name), NONE, false)));
        facts.add(new Fact(new Text("証の区分", "Class"), coverage.kind().label(), NONE, false));
        coverage.holder().address().ifPresent(address -> facts.add(address(coverage, address)));
        coverage.issued()
                .ifPresent(issued -> facts.add(new Fact(new Text("交付日", "Issued"), Days.era(issued), NONE, false)));
        return facts;
    }

    private static Fact address(Coverage coverage, String address) {
        String post =
                coverage.holder().postNumber().map(number -> "〒" + number + " ").orElse("");
        return new Fact(
                new Text("住所", "Address"),
                Text.same(post + address),
                new Text("保険者への届出", "as given to the insurer"),
                false);
    }

    private static void addQualified(List<Fact> facts, madoguchi.core.Period period, LocalDate day) {
        facts.add(new Fact(
                new Text("資格取得日", "Covered from"), Days.era(period.from()), NONE, day.isBefore(period.from())));
        period.end()
                .ifPresent(end -> facts.add(new Fact(
                        new Text("資格喪失日", "Lost on"),
                        Days.era(end),
                        new Text("この日から無効", "not covered from this day"),
                        !day.isBefore(end))));
    }

    private static Text limit(Coverage coverage) {
        return coverage.limit()
                .map(CoverageView::limit)
                .orElseGet(() -> new Text("–（同意がない、または登録がない）", "– (no consent, or none registered)"));
    }

    private static Text limit(LimitCertificate limit) {
        Text until = limit.valid().lastDay().map(Days::era).orElseGet(() -> new Text("期限なし", "no end"));
        String longTerm = limit.longTerm().map(day -> "・長期 " + day).orElse("");
        return new Text(
                "区分 " + limit.limitClass().label().ja() + "（〜" + until.ja() + "） "
                        + limit.kind().label().ja() + longTerm,
                "class " + limit.limitClass().label().en() + " (to " + until.en() + "), "
                        + limit.kind().label().en() + longTerm);
    }

    private static Fact elderly(ElderlyRecipientCertificate elderly, LocalDate day) {
        Text period = Days.through(elderly.valid());
        return new Fact(
                new Text("高齢受給者証", "Elderly certificate"),
                new Text(
                        elderly.rate().label().ja() + "　" + period.ja(),
                        elderly.rate().label().en() + ", " + period.en()),
                NONE,
                !elderly.valid().contains(day));
    }

    private static Fact disease(SpecificDisease disease) {
        Text period = Days.through(disease.valid());
        String yen = "%,d".formatted(disease.selfPayYen());
        return new Fact(
                new Text("特定疾病", "Specific disease"),
                new Text(
                        disease.category().label().ja() + "　月 " + yen + "円まで　" + period.ja(),
                        disease.category().label().en() + ", up to " + yen + " yen a month, " + period.en()),
                NONE,
                false);
    }

    private static Fact ticket(MedicalTicket ticket) {
        Text period = Days.through(ticket.valid());
        String yen = "%,d".formatted(ticket.selfPayYen());
        return new Fact(
                new Text("医療券", "Medical ticket"),
                new Text(
                        ticket.month() + "　本人支払 " + yen + "円　" + period.ja() + "　交付番号 " + ticket.issueNumber(),
                        ticket.month() + ", patient pays " + yen + " yen, " + period.en() + ", no. "
                                + ticket.issueNumber()),
                NONE,
                false);
    }
}
