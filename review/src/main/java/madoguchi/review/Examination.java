package madoguchi.review;

import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Problem;
import madoguchi.settle.SettleRules;
import madoguchi.uke.Body;
import madoguchi.uke.ClaimCheck;
import madoguchi.uke.FileKind;
import madoguchi.uke.Finding;
import madoguchi.uke.IR;
import madoguchi.uke.Item;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;
import madoguchi.uke.Severity;
import madoguchi.uke.Totals;

/*
 * What a finding means for the intake follows its class (docs/uke.md): class ファイル, and class レセプト in the head, refuse the file; class レセプト in a receipt sets that receipt aside; the others are told by
 * uke check and left to settling, because the official classes say "likely returned", not "not claimed".
 */

/** 受付の検査 – goes through a claim file once and says which receipts can be taken, and in the end whether the file can. Holds no receipt. */
final class Examination {

    private final ClaimCheck check;
    private final Optional<MedicalInstitutionCode> sender;
    private final Consumer<Verdict> sink;
    private final List<Problem> whole = new ArrayList<>();
    private final List<Problem> refusals = new ArrayList<>();
    private final List<Problem> aside = new ArrayList<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private Optional<IR> head = Optional.empty();
    private FileKind kind = FileKind.UNKNOWN;

    /** @param sender whose file it must be, where somebody is known to have sent it */
    Examination(Origin origin, Optional<MedicalInstitutionCode> sender, Consumer<Verdict> sink) {
        this.check = origin == Origin.FACILITY
                ? ClaimCheck.beforeSubmission(this::found)
                : ClaimCheck.ofAnyFile(this::found);
        this.sender = sender;
        this.sink = sink;
    }

    void accept(Part part) {
        broken.clear();
        check.accept(part);
        kind = part.lines().kind();
        switch (part) {
            case Part.Head first -> head(first);
            case Receipt receipt -> sink.accept(verdict(receipt));
            case Part.Foot foot -> {}
            case Part.Stray stray -> {}
        }
    }

    private void head(Part.Head first) {
        if (head.isEmpty() && first.lines().detached().getFirst().typed() instanceof IR ir) {
            head = Optional.of(ir);
        }
    }

    private void found(Finding finding) {
        Severity severity = finding.check().severity();
        boolean grave = severity == Severity.FILE || severity == Severity.RECEIPT;
        if (!grave) {
            return;
        }
        if (severity == Severity.FILE) {
            tell(whole, finding.problem());
        } else if (finding.receipt() == 0) {
            tell(refusals, finding.problem());
        } else {
            broken.add(finding.check().id());
            tell(aside, finding.problem());
        }
    }

    private static void tell(List<Problem> problems, Problem problem) {
        if (problems.size() < Acknowledgement.MOST) {
            problems.add(problem);
        }
    }

    private Verdict verdict(Receipt receipt) {
        return new Verdict(receipt, digest(receipt), Totals.NONE.with(receipt).points(), List.copyOf(broken));
    }

    private static String digest(Receipt receipt) {
        MessageDigest digest = Shelf.sha256();
        for (int i = 0; i < receipt.lines().size(); i++) {
            Line line = receipt.lines().get(i);
            boolean numbered = line.id() == RecordId.RE && !line.isEmpty(Item.RECEIPT_NUMBER);
            digest.update((numbered ? line.with(Item.RECEIPT_NUMBER, "") : line).bytes());
        }
        return Shelf.hex(digest);
    }

    /** The end of the file: all that refuses it, what is wrong with the whole before what is wrong with a line. */
    ClaimCheck.Summary end() {
        ClaimCheck.Summary summary = check.end();
        whose();
        when();
        if (summary.receipts() == 0) {
            refuse("ファイル", "レセプトが一件もありません。", "There is no receipt in it.");
        }
        refusals.addAll(0, whole);
        return summary;
    }

    private void whose() {
        Optional<MedicalInstitutionCode> facility = facility();
        if (facility.isEmpty()) {
            refuse("IR", "医療機関コードが読めません。", "The institution's code cannot be read.");
        }
        if (body().isEmpty()) {
            refuse("IR", "審査支払機関が読めません（1 支払基金、2 国保連）。", "The body cannot be read (1 or 2).");
        }
        if (sender.isPresent() && facility.isPresent() && !sender.equals(facility)) {
            refuse(
                    "IR",
                    "請求書の医療機関コードが、送った医療機関の証明書と違います。",
                    "The institution on the file is not that of the certificate it was sent with.");
        }
    }

    private void when() {
        Optional<YearMonth> month = claimMonth();
        if (month.isEmpty() || SettleRules.of(month.get()).isEmpty()) {
            refuse(
                    "IR",
                    "請求年月が読めないか、資格確認の始まる前です。",
                    "The claim month cannot be read, or lies before anything was settled.");
        }
    }

    private void refuse(String place, String ja, String en) {
        refusals.add(Problem.at(place, ja, en));
    }

    /** Why the file is refused as a whole; empty when it is not. */
    List<Problem> refusals() {
        return List.copyOf(refusals);
    }

    /** What is wrong with the receipts set aside. */
    List<Problem> aside() {
        return List.copyOf(aside);
    }

    Optional<MedicalInstitutionCode> facility() {
        return head.flatMap(IR::institution);
    }

    Optional<Body> body() {
        return head.flatMap(IR::body);
    }

    Optional<YearMonth> claimMonth() {
        return head.flatMap(IR::claimMonth);
    }

    FileKind kind() {
        return kind;
    }
}
