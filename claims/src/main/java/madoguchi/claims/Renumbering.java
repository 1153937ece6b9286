package madoguchi.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.Scheme;
import madoguchi.settle.Share;
import madoguchi.uke.Item;
import madoguchi.uke.Letters;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import madoguchi.uke.ReceiptType;
import madoguchi.uke.ReceiptType.Patient;
import madoguchi.uke.RecordId;

/** 番号の書き換え – what has to stand in a receipt for it to be claimed with another coverage. */
final class Renumbering {

    private Renumbering() {}

    /** Number, branch and, where it is certain, the receipt type by this coverage on a day. */
    static List<Correction> of(Receipt receipt, Coverage coverage, LocalDate day) {
        InsuredId id = coverage.id();
        List<Correction> corrections = new ArrayList<>(List.of(
                Correction.of(receipt, RecordId.HO, Item.INSURER, id.insurer().paddedWithSpaces()),
                Correction.of(
                        receipt,
                        RecordId.HO,
                        Item.SYMBOL,
                        Letters.official(id.symbol().orElse(""))),
                Correction.of(receipt, RecordId.HO, Item.NUMBER, Letters.official(id.number())),
                Correction.of(receipt, RecordId.SN, Item.BRANCH, id.branch().orElse(""))));
        type(receipt, coverage, day).ifPresent(corrections::add);
        return corrections;
    }

    /* Certain only where the share is told or follows from the age, and the register tells who the person is. */
    static Optional<Correction> type(Receipt receipt, Coverage coverage, LocalDate day) {
        return receipt.re()
                .flatMap(RE::type)
                .filter(claimed -> Share.percent(coverage, day).isPresent())
                .flatMap(claimed -> differing(claimed, coverage, day))
                .map(type -> Correction.of(receipt, RecordId.RE, Item.RECEIPT_TYPE, type.digits()));
    }

    private static Optional<ReceiptType> differing(ReceiptType claimed, Coverage coverage, LocalDate day) {
        ReceiptType fitting = Share.type(claimed, coverage, day);
        boolean headOfHousehold = isGrownUp(fitting) && isGrownUp(claimed) && saysNothingOfFamily(coverage);
        return fitting.equals(claimed) || (headOfHousehold && fitting.group() == claimed.group())
                ? Optional.empty()
                : Optional.of(fitting);
    }

    private static boolean isGrownUp(ReceiptType type) {
        return type.patient() == Patient.INSURED || type.patient() == Patient.FAMILY;
    }

    /* In National Health Insurance everybody is insured; who heads the household, the coverage does not tell. */
    private static boolean saysNothingOfFamily(Coverage coverage) {
        return coverage.relation().isEmpty() || coverage.id().insurer().scheme().kind() == Scheme.Kind.NATIONAL;
    }
}
