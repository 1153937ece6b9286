package madoguchi.uke;

import java.util.List;
import java.util.Optional;
import madoguchi.core.CheckDigit;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Scheme;
import madoguchi.core.Typed;

/** 一件の検査 – order, payers, identity and sums of one receipt ({@code claims-uke.md} §1.1, §2, §5, §7, §9). */
final class ReceiptCheck {

    private final Findings findings;

    ReceiptCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Receipt receipt) {
        Lines lines = receipt.lines();
        order(lines);
        Payers payers = Payers.of(lines);
        present(receipt, payers);
        boolean unidentified = receipt.hasComment(Remarks.UNIDENTIFIED);
        long[] points = new long[5];
        new UnitCheck(findings, payers).check(receipt, points);
        int payer = 0;
        for (int i = 0; i < lines.size(); i++) {
            switch (lines.id(i)) {
                case RE -> patient(new RE(lines.get(i)), i, payers, receipt.kind());
                case HO -> {
                    insurer(new HO(lines.get(i)), i, unidentified);
                    sums(receipt, i, 1, points[0]);
                }
                case KO -> {
                    publicPayer(new KO(lines.get(i)), i);
                    payer++;
                    if (payer < 5) {
                        sums(receipt, i, payer + 1, points[payer]);
                    }
                }
                case SN -> eligibility(new SN(lines.get(i)), i, payers, receipt);
                default -> {}
            }
        }
    }

    private void order(Lines lines) {
        int highest = 0;
        for (int i = 0; i < lines.size(); i++) {
            int rank = Order.rank(lines.kind(), lines.id(i));
            if (rank > 0 && rank < highest) {
                findings.line("U-301", i);
            }
            highest = Math.max(highest, rank);
        }
    }

    private void present(Receipt receipt, Payers payers) {
        Lines lines = receipt.lines();
        if (lines.stream().filter(line -> line.id() == RecordId.RE).count() != 1) {
            findings.line("U-302", 0);
        }
        if (payers.isNone()) {
            findings.line("U-303", 0);
        }
        if (payers.isTooMany()) {
            findings.line("U-324", 0);
        }
        boolean dental = receipt.kind() == FileKind.DENTAL;
        if ((dental && receipt.indexOf(RecordId.HS) < 0)
                || (receipt.kind() == FileKind.MEDICAL && receipt.indexOf(RecordId.SY) < 0)) {
            findings.line("U-308", 0);
        }
        if (dental && receipt.all(Charge.class).isEmpty()) {
            findings.line("U-309", 0);
        }
    }

    private void patient(RE re, int index, Payers payers, FileKind kind) {
        if (re.name().indexOf('●') >= 0) {
            findings.item("U-312", index, Item.NAME);
        }
        if (re.kana().indexOf('●') >= 0) {
            findings.item("U-312", index, Item.KANA);
        }
        if (re.specialRemarks().stream()
                .anyMatch(code -> Code.find(SpecialRemark.class, code).isEmpty())) {
            findings.item("U-327", index, Item.SPECIAL_REMARKS);
        }
        if (!re.line().layout().isKnown()) {
            return;
        }
        re.type()
                .ifPresentOrElse(
                        type -> {
                            if (!type.digits().startsWith(kind.feeTable())) {
                                findings.item("U-323", index, Item.RECEIPT_TYPE);
                            }
                            boolean insured = type.group() != ReceiptType.Group.PUBLIC_ONLY;
                            if (!payers.isNone()
                                    && (type.publicPayers() != payers.publicCount()
                                            || insured != payers.hasInsurer())) {
                                findings.item("U-311", index, Item.RECEIPT_TYPE);
                            }
                        },
                        () -> findings.item("U-310", index, Item.RECEIPT_TYPE));
    }

    private void insurer(HO ho, int index, boolean unidentified) {
        if (!ho.line().layout().isKnown()) {
            return;
        }
        String digits = ho.insurerText();
        boolean dummy = DummyNumbers.isInsurer(digits);
        if (dummy && !unidentified) {
            findings.item("U-314", index, Item.INSURER);
        } else if (!dummy && !(InsurerNumber.hasShape(digits) && CheckDigit.holds(digits))) {
            findings.item("U-313", index, Item.INSURER);
        }
        if (unidentified && !dummy && !DummyNumbers.isNumber(ho.number())) {
            findings.item("U-315", index, Item.INSURER);
        }
    }

    private void publicPayer(KO ko, int index) {
        if (!ko.line().layout().isKnown()) {
            return;
        }
        if (ko.payer().length() != 8 || !CheckDigit.holds(ko.payer())) {
            findings.item("U-316", index, Item.PAYER);
        }
        if (Typed.isDigits(ko.recipient()) && !(ko.recipient().length() == 7 && CheckDigit.holds(ko.recipient()))) {
            findings.item("U-317", index, Item.RECIPIENT);
        }
    }

    private void sums(Receipt receipt, int index, int payerKind, long sum) {
        Line line = receipt.lines().get(index);
        var days = line.number(Item.DAYS);
        var visits = receipt.jd(payerKind);
        boolean visitDays = receipt.kind()
                != FileKind.DISPENSING; // There it is prescriptions taken, two of which may come on one day.
        if (visitDays
                && days.isPresent()
                && visits.isPresent()
                && days.getAsInt() != Integer.bitCount(visits.get().counted())) {
            findings.item("U-319", index, Item.DAYS);
        }
        var points = line.number(Item.POINTS);
        boolean summed = receipt.kind() == FileKind.MEDICAL || receipt.kind() == FileKind.DENTAL;
        if (summed && points.isPresent() && points.getAsInt() != sum) {
            findings.item("U-320", index, Item.POINTS);
        }
    }

    private void eligibility(SN sn, int index, Payers payers, Receipt receipt) {
        int payer = sn.payerKind().orElse(0);
        if (!payers.has(payer)) {
            findings.item("U-304", index, Item.PAYER_KIND);
        }
        sn.confirmation()
                .ifPresentOrElse(
                        found -> {
                            if (found != Confirmation.AT_THE_DESK) {
                                findings.item("U-306", index, Item.CONFIRMATION);
                            }
                        },
                        () -> findings.item("U-328", index, Item.CONFIRMATION));
        for (Item item : List.of(Item.FOUND_INSURER, Item.FOUND_SYMBOL, Item.FOUND_NUMBER, Item.FOUND_RECIPIENT)) {
            if (!sn.line().isEmpty(item)) {
                findings.item("U-305", index, item);
            }
        }
        // The branch belongs to the coverage that was found, where one was (振替): it may be another scheme than the
        // claimed one.
        boolean elderly = Optional.of(sn.foundInsurer())
                .filter(InsurerNumber::hasShape)
                .map(InsurerNumber::new)
                .or(() -> receipt.ho().flatMap(HO::insurer))
                .map(InsurerNumber::scheme)
                .filter(Scheme.LATE_ELDERLY::equals)
                .isPresent();
        if (!sn.branch().isEmpty() && (payer > 1 || elderly)) {
            findings.item("U-307", index, Item.BRANCH);
        }
    }
}
