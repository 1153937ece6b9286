package madoguchi.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.policy.Policy;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;
import madoguchi.uke.Item;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import madoguchi.uke.ReceiptType;
import madoguchi.uke.ReceiptType.Group;
import madoguchi.uke.ReceiptType.Patient;
import madoguchi.uke.RecordId;

/*
 * The receipt of the claims computer keeps its RE, diseases and acts. Its number gives way to sevens (table unidentified-number), its type follows the share that the patient stated, and the
 * eight items of the declaration stand at the head of the remarks, in the order and with the codes of the table unidentified-remarks. It is made only when every condition of the table
 * unidentified holds; all that is missing is told at once.
 */

/** 不詳での請求 – a receipt whose coverage nobody knows, made from reception and declaration ({@code claims-uke.md} §6, §7). */
public final class UnidentifiedClaim {

    private static final int ONE_REMARK = 38;
    private static final int ELDERLY = 70;
    private static final int ACTIVE = 30;
    private static final List<String> ITEMS = List.of(
            "unidentified",
            "kana-name",
            "insurance-kind",
            "insurer-name",
            "employer",
            "address",
            "contact",
            "contacted-on");

    private final Policy policy;
    private final String software;

    /**
     * Built by these rules.
     *
     * @param policy the rules
     * @param takesSevens whether the claims computer takes 77777777; else it gets 77777779, whose check digit fits
     */
    public UnidentifiedClaim(Policy policy, boolean takesSevens) {
        this.policy = policy;
        this.software = takesSevens ? "takes" : "refuses";
    }

    /**
     * Makes the receipt an unidentified one.
     *
     * @param receipt of the claims computer
     * @param visit the reception it is about
     * @param statement its declaration
     * @return every fault at once: conditions that do not hold, items that are missing
     */
    public Parsed<Receipt> of(Receipt receipt, ClaimVisit visit, Optional<Statement> statement) {
        int days = BeforeSubmission.days(receipt).size();
        List<Problem> problems = ClaimRules.together(
                ClaimRules.against(policy, visit, "unidentified-check"),
                ClaimRules.unidentified(policy.book(), visit, statement, days));
        if (statement.isEmpty()) {
            return new Parsed.Faults<>(problems);
        }
        List<Remark> remarks = remarks(visit, statement.get());
        remarks.stream().filter(Remark::isMissing).map(Remark::problem).forEach(problems::add);
        if (statement.get().share().isEmpty()) {
            problems.add(Problem.at(
                    "share",
                    "申立書に一部負担金の割合がありません。患者さんに尋ねてください。",
                    "The declaration lacks the patient's share. Ask the patient."));
        }
        return problems.isEmpty()
                ? Parsed.of(built(receipt, visit.day(), statement.get(), remarks))
                : new Parsed.Faults<>(problems);
    }

    /**
     * 摘要 – one item of the remarks.
     *
     * @param rule the row that asks for it
     * @param item its word
     * @param text full-width; empty where nothing is known
     */
    private record Remark(Rule rule, String item, String text) {

        boolean isMissing() {
            return !item.equals("unidentified") && text.isBlank();
        }

        Problem problem() {
            return new Problem("remark " + code(), rule.then().next());
        }

        String code() {
            return Integer.toString(rule.then().value("remark-code"));
        }

        Head on(Head head) {
            boolean continued = text.length() > ONE_REMARK && rule.verdict().equals("required-may-continue");
            return continued
                    ? head.and(code(), text.substring(0, ONE_REMARK))
                            .and(Integer.toString(rule.then().value("continuation-code")), text.substring(ONE_REMARK))
                    : head.and(code(), text);
        }
    }

    private List<Remark> remarks(ClaimVisit visit, Statement said) {
        Table table = policy.book().table("unidentified-remarks");
        return ITEMS.stream()
                .map(item -> {
                    Rule rule = table.decide(
                            visit.day(),
                            table.read(Map.of("item", item, "insurance-kind", said.insuranceKind()))
                                    .orElseThrow());
                    return new Remark(rule, item, FullWidth.of(text(item, rule, visit, said)));
                })
                .toList();
    }

    /* What may say so says 不明 or なし where the patient could not fill it in; the rest is missing. */
    private static String text(String item, Rule rule, ClaimVisit visit, Statement said) {
        String blank =
                switch (rule.verdict()) {
                    case "required-may-say-none" -> "なし";
                    case "required-may-say-unknown" -> "不明";
                    default -> "";
                };
        return switch (item) {
            case "unidentified" -> "";
            case "kana-name" -> said.kana().orElse(blank);
            case "insurance-kind" -> said.insuranceText();
            case "insurer-name" -> said.insurerName().orElse(blank);
            case "employer" -> said.employer().orElse(blank);
            case "address" -> said.address().orElse(blank);
            case "contact" -> said.phone().orElse(blank);
            default ->
                visit.contacted().isEmpty()
                        ? blank
                        : Wareki.format(visit.contacted().getLast());
        };
    }

    private Receipt built(Receipt receipt, LocalDate day, Statement said, List<Remark> remarks) {
        Table table = policy.book().table("unidentified-number");
        Rule numbers = table.decide(
                day,
                table.read(Map.of("insurance-kind", said.insuranceKind(), "software", software))
                        .orElseThrow());
        List<Correction> changes = new ArrayList<>(List.of(
                Correction.of(receipt, RecordId.HO, Item.INSURER, value(numbers, "insurer-number")),
                Correction.of(receipt, RecordId.HO, Item.SYMBOL, ""),
                Correction.of(receipt, RecordId.HO, Item.NUMBER, value(numbers, "insured-number")),
                Correction.of(receipt, RecordId.SN, Item.BRANCH, "")));
        type(receipt, said)
                .map(type -> Correction.of(receipt, RecordId.RE, Item.RECEIPT_TYPE, type.digits()))
                .ifPresent(changes::add);
        Receipt made = receipt;
        for (Correction change : changes) {
            made = change.applied(made);
        }
        Head head = new Head(receipt);
        remarks.forEach(remark -> remark.on(head));
        return head.on(made);
    }

    private static String value(Rule rule, String name) {
        return Integer.toString(rule.then().value(name));
    }

    /** 種別 – by the stated share and the age; the relation stays as the claims computer has it. */
    private static Optional<ReceiptType> type(Receipt receipt, Statement said) {
        Optional<ReceiptType> claimed = receipt.re().flatMap(RE::type);
        Optional<LocalDate> birth = receipt.re().flatMap(RE::birth);
        Optional<YearMonth> month = receipt.re().flatMap(RE::month);
        boolean active = said.share()
                .map(CopaymentRate::percent)
                .filter(share -> share == ACTIVE)
                .isPresent();
        Patient elderly = active ? Patient.ELDERLY_ACTIVE : Patient.ELDERLY;
        if (claimed.isEmpty() || birth.isEmpty() || month.isEmpty()) {
            return claimed;
        }
        if (said.insuranceKind().equals("late-elderly")) {
            return claimed.get().with(Group.LATE_ELDERLY, elderly);
        }
        // From the month after the 70th birthday; who is born on the first, from that month.
        boolean old = !month.get().atDay(1).isBefore(birth.get().plusYears(ELDERLY));
        Patient before = claimed.get().patient();
        boolean young = before != Patient.ELDERLY && before != Patient.ELDERLY_ACTIVE;
        return claimed.get().with(Group.INSURANCE, old ? elderly : young ? before : Patient.INSURED);
    }

    /** What the eight items are called, for a form. */
    public static Text items() {
        return new Text(
                "不詳・カナ氏名・保険種別・保険者等名称・事業所名・住所・連絡先・患者への連絡を行った日",
                "unidentified, kana, kind, insurer, employer, address, telephone, day of contact");
    }
}
