package madoguchi.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.Text;
import madoguchi.uke.DummyNumbers;
import madoguchi.uke.Finding;
import madoguchi.uke.HO;
import madoguchi.uke.Item;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import madoguchi.uke.Remarks;
import madoguchi.uke.Severity;

/*
 * One receipt at a time: its receptions are found, the hub is asked for the visit days that need it, the answers become a timeline of this person, and the decision of the review agency is run
 * over it (DryRun). What the layout's own checks found comes in from outside. Nothing is changed here: what could be mended for certain is proposed with the finding.
 */

/** 請求前の点検 – what would become of a receipt if it were sent as it is. Asks a hub; holds the receptions of a few months. Not for several threads. */
public final class BeforeSubmission {

    private static final char BLACK_CIRCLE = '●';
    private static final int PLACES = 3;

    private final VisitsOfReceipt visits;
    private final Hub hub;
    private final Caller caller;
    private final Asking asking;

    /**
     * A check of one facility.
     *
     * @param visits the visit book
     * @param hub whom to ask
     * @param caller in whose name
     * @param asking for which days
     */
    public BeforeSubmission(ClaimVisits visits, Hub hub, Caller caller, Asking asking) {
        this.visits = new VisitsOfReceipt(visits);
        this.hub = hub;
        this.caller = caller;
        this.asking = asking;
    }

    /**
     * Checks one receipt.
     *
     * @param head of its file
     * @param receipt the receipt
     * @param faults what {@link madoguchi.uke.ClaimCheck} found in it
     */
    public CheckedReceipt check(FileHead head, Receipt receipt, List<Finding> faults) {
        List<ClaimVisit> about = visits.of(receipt);
        List<LocalDate> days = days(receipt);
        List<ClaimFinding> findings = new ArrayList<>(dryRun(head, receipt, about, days));
        dummy(receipt, about).ifPresent(findings::add);
        name(receipt).ifPresent(findings::add);
        findings.addAll(PublicPayers.findings(receipt, about));
        absent(receipt, about, days).ifPresent(findings::add);
        byCheck(faults).forEach(alike -> fault(alike, findings).ifPresent(findings::add));
        findings.sort(Comparator.comparing(ClaimFinding::trouble));
        return new CheckedReceipt(
                receipt.ordinal(),
                text(receipt, Item.RECEIPT_NUMBER),
                text(receipt, Item.CHART),
                text(receipt, Item.NAME),
                days,
                about.stream().map(ClaimVisit::id).toList(),
                about.stream().flatMap(visit -> visit.proof().stream()).toList(),
                findings);
    }

    private static String text(Receipt receipt, Item item) {
        return receipt.re().map(re -> re.line().text(item)).orElse("");
    }

    /** 受診日 – by JD of the insurance, where there is none by the days of the lines. */
    static List<LocalDate> days(Receipt receipt) {
        Optional<YearMonth> month = receipt.re().flatMap(RE::month);
        int mask = receipt.visitDays();
        return month.stream()
                .flatMap(of -> IntStream.rangeClosed(1, of.lengthOfMonth()).mapToObj(of::atDay))
                .filter(day -> (mask >> (day.getDayOfMonth() - 1) & 1) == 1)
                .toList();
    }

    private List<ClaimFinding> dryRun(FileHead head, Receipt receipt, List<ClaimVisit> about, List<LocalDate> days) {
        Optional<InsuredId> insured = receipt.insured();
        Optional<LocalDate> birth = receipt.re().flatMap(RE::birth);
        if (isDisaster(receipt)) {
            return List.of();
        }
        if (days.isEmpty() && insured.isPresent() && !isDummy(receipt)) {
            return List.of(ClaimFinding.of("C-DAYS"));
        }
        if (insured.isEmpty() || birth.isEmpty() || isDummy(receipt)) {
            return new DryRun(head, receipt, about, days, FacilityHistory.nobody()).findings();
        }
        Subject.ByNumber claimed = new Subject.ByNumber(insured.get(), birth.get());
        List<DayAnswer> answers =
                days.stream().map(day -> answer(claimed, about, day)).toList();
        if (answers.stream().anyMatch(DayAnswer::isSilent)) {
            return List.of(ClaimFinding.of("C-SILENT"));
        }
        if (answers.stream().anyMatch(DayAnswer::isAmbiguous)) {
            return List.of(ClaimFinding.of("C-MANY"));
        }
        FacilityHistory history = FacilityHistory.of(insured.get(), birth.get(), answers);
        return new DryRun(head, receipt, about, days, history).findings();
    }

    /* Nobody can be asked about nines. */
    private static boolean isDisaster(Receipt receipt) {
        return receipt.ho()
                .filter(ho -> ho.insurerText().equals(DummyNumbers.DISASTER_INSURER)
                        || (ho.number().equals(DummyNumbers.DISASTER_NUMBER)
                                && receipt.hasComment(Remarks.UNIDENTIFIED)))
                .isPresent();
    }

    private static boolean isDummy(Receipt receipt) {
        return receipt.ho().map(HO::insurerText).filter(DummyNumbers::isInsurer).isPresent();
    }

    private DayAnswer answer(Subject.ByNumber claimed, List<ClaimVisit> about, LocalDate day) {
        List<Answer> known = about.stream()
                .filter(visit -> visit.day().equals(day))
                .map(ClaimVisit::answer)
                .filter(Answer::isFromPeer)
                .toList();
        boolean held = known.stream()
                .filter(Answer.Active.class::isInstance)
                .flatMap(answer -> answer.coverages().stream())
                .anyMatch(coverage -> Numbers.same(coverage.id(), claimed.insured()));
        if (asking == Asking.NEVER || (held && asking == Asking.NEEDED)) {
            return new DayAnswer(day, known);
        }
        return new DayAnswer(
                day,
                Stream.concat(known.stream(), Stream.of(asked(claimed, day))).toList());
    }

    /* A wrong branch hides the person: asked once more without it. */
    private Answer asked(Subject.ByNumber claimed, LocalDate day) {
        InsuredId id = claimed.insured();
        Answer first = ask(id, claimed.birth(), day);
        return first instanceof Answer.NotFound && id.branch().isPresent()
                ? ask(new InsuredId(id.insurer(), id.symbol(), id.number(), Optional.empty()), claimed.birth(), day)
                : first;
    }

    private Answer ask(InsuredId id, LocalDate birth, LocalDate day) {
        Reply reply = hub.inquire(Inquiry.byNumber(id, birth, day, true, caller));
        return reply.answer();
    }

    private static Optional<ClaimFinding> dummy(Receipt receipt, List<ClaimVisit> about) {
        boolean known = about.stream()
                .anyMatch(visit ->
                        !visit.active().isEmpty() || !visit.answer().coverages().isEmpty());
        return isDummy(receipt) && known ? Optional.of(ClaimFinding.of("C-DUMMY-KNOWN")) : Optional.empty();
    }

    private static Optional<ClaimFinding> name(Receipt receipt) {
        return receipt.re()
                .filter(re -> re.name().indexOf(BLACK_CIRCLE) >= 0 || re.kana().indexOf(BLACK_CIRCLE) >= 0)
                .map(re -> ClaimFinding.of("C-CIRCLE"));
    }

    private Optional<ClaimFinding> absent(Receipt receipt, List<ClaimVisit> about, List<LocalDate> days) {
        boolean kept = receipt.re().flatMap(RE::month).filter(visits::any).isPresent();
        boolean absent = days.stream()
                .anyMatch(day -> about.stream().noneMatch(visit -> visit.day().equals(day)));
        return kept && absent ? Optional.of(ClaimFinding.of("C-NOVISIT")) : Optional.empty();
    }

    /* One thing wrong on forty lines is one thing to mend. */
    private static Collection<List<Finding>> byCheck(List<Finding> faults) {
        return faults.stream()
                .collect(Collectors.groupingBy(fault -> fault.check().id(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /* What one of the layout's checks found; what was already told in other words is not told twice. */
    private static Optional<ClaimFinding> fault(List<Finding> alike, List<ClaimFinding> told) {
        Finding fault = alike.getFirst();
        Trouble trouble =
                switch (fault.check().id()) {
                    case "U-312" -> Trouble.BLACK_CIRCLE;
                    case "U-314", "U-315" -> Trouble.DUMMY;
                    case "U-310", "U-311", "U-321", "U-322" -> Trouble.TYPE;
                    default -> Trouble.FAULTY;
                };
        boolean twice = trouble != Trouble.FAULTY
                && trouble != Trouble.TYPE
                && told.stream().anyMatch(finding -> finding.trouble() == trouble);
        return twice || fault.check().severity() == Severity.NOTE
                ? Optional.empty()
                : Optional.of(new ClaimFinding(
                        fault.check().id(),
                        trouble,
                        fault.check().certainty(),
                        fault.check().reason(),
                        places(alike),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    private static Text places(List<Finding> alike) {
        String shown = alike.stream()
                .limit(PLACES)
                .map(fault -> fault.problem().place())
                .collect(Collectors.joining("、"));
        int more = alike.size() - PLACES;
        return new Text(
                "レセコンで直してください。場所: " + shown + (more > 0 ? "、ほか" + more + "か所" : ""),
                "Mend it in the claims computer. Place: " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
}
