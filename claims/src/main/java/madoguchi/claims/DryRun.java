package madoguchi.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.settle.Disposition;
import madoguchi.settle.Settle;
import madoguchi.settle.SettleRules;
import madoguchi.uke.Item;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;

/** 振替・分割の予行 – the decision of the review agency, run over what this facility was answered, and what follows from it for the clerk. Lives for one receipt. */
final class DryRun {

    private final FileHead head;
    private final Receipt receipt;
    private final List<ClaimVisit> about;
    private final List<LocalDate> days;
    private final FacilityHistory history;

    DryRun(FileHead head, Receipt receipt, List<ClaimVisit> about, List<LocalDate> days, FacilityHistory history) {
        this.head = head;
        this.receipt = receipt;
        this.about = about;
        this.days = days;
        this.history = history;
    }

    List<ClaimFinding> findings() {
        SettleRules rules = SettleRules.of(month());
        if (rules.isEmpty()) {
            return List.of();
        }
        List<ClaimFinding> findings = new ArrayList<>(settled(new Settle(rules, history).of(receipt)));
        if (findings.stream().noneMatch(finding -> finding.trouble() == Trouble.TRANSFERRED)) {
            type().ifPresent(findings::add);
        }
        return findings;
    }

    /* A file without a readable month is settled as if claimed the month after the care. */
    private YearMonth month() {
        return head.claimed()
                .or(() -> receipt.re().flatMap(RE::month).map(month -> month.plusMonths(1)))
                .orElse(YearMonth.of(1, 1));
    }

    private List<ClaimFinding> settled(Disposition decided) {
        return switch (decided.rule().outcome()) {
            case UNCHANGED, PUBLIC_ONLY, PASSED_ON -> List.of();
            case BRANCH_FILLED -> List.of(branch(decided));
            case NOT_CONFIRMED ->
                List.of(ClaimFinding.of(
                        decided.rule().id().equals("S-03-MANY") ? "C-MANY" : "C-UNKNOWN", decided.rule()));
            case TRANSFERRED -> List.of(transferred(decided));
            case SPLIT -> List.of(ClaimFinding.of("C-SPLIT", decided.rule()));
            case BILLED_AS_CLAIMED, NOT_SPLIT -> List.of(ClaimFinding.of("C-ENDED", decided.rule()));
            case RETURNED_INCOMPLETE -> List.of(ClaimFinding.of("C-DUMMY", decided.rule()));
            case RETURNED_COLLECTED, RETURNED_DEATH, UNREADABLE -> List.of(ClaimFinding.of("C-BACK", decided.rule()));
        };
    }

    private static Optional<InsuredId> found(Disposition decided) {
        return decided.bills().getFirst().insured();
    }

    private ClaimFinding branch(Disposition decided) {
        String registered = found(decided).flatMap(InsuredId::branch).orElse("");
        return ClaimFinding.of("C-BRANCH", decided.rule())
                .mendedBy(List.of(Correction.of(receipt, RecordId.SN, Item.BRANCH, registered)));
    }

    private ClaimFinding transferred(Disposition decided) {
        Optional<Coverage> proven = found(decided).flatMap(this::proven);
        if (proven.isEmpty()) {
            return ClaimFinding.of("C-TRANSFER", decided.rule());
        }
        Coverage coverage = proven.get();
        return head.takes(coverage.id())
                ? ClaimFinding.of("C-TRANSFER-KNOWN", decided.rule())
                        .mendedBy(Renumbering.of(receipt, coverage, days.getFirst()))
                : ClaimFinding.of("C-BODY", decided.rule());
    }

    /** 受付が証する資格 – the coverage that holds on the days, where a peer confirmed it at a reception of this patient; not where receptions name two of them. */
    private Optional<Coverage> proven(InsuredId found) {
        List<Coverage> confirmed = about.stream()
                .flatMap(visit -> visit.active().stream())
                .filter(coverage -> Numbers.same(coverage.id(), found))
                .filter(coverage -> days.stream().allMatch(coverage::coversDay))
                .toList();
        return confirmed.stream().map(Coverage::id).distinct().count() == 1
                ? Optional.of(confirmed.getLast())
                : Optional.empty();
    }

    private Optional<ClaimFinding> type() {
        Optional<InsuredId> insured = receipt.insured();
        return days.isEmpty() || insured.isEmpty()
                ? Optional.empty()
                : history.coverages().stream()
                        .filter(coverage -> Numbers.same(coverage.id(), insured.get()))
                        .filter(coverage -> coverage.coversDay(days.getFirst()))
                        .findFirst()
                        .flatMap(coverage -> Renumbering.type(receipt, coverage, days.getFirst()))
                        .map(correction -> ClaimFinding.of("C-TYPE").mendedBy(List.of(correction)));
    }
}
