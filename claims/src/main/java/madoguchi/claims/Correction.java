package madoguchi.claims;

import madoguchi.uke.Item;
import madoguchi.uke.Line;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;

/**
 * 訂正 – one field of one record of a receipt set to another text. All other bytes of the receipt stay.
 *
 * @param record which record; of SN that of the insurance, of others the first
 * @param item which field
 * @param from what stands there, for the list that is shown before anything is changed; empty for an empty field
 * @param to what is to stand there
 */
public record Correction(RecordId record, Item item, String from, String to) {

    private static final String INSURANCE = "1";

    /** The correction that sets this field of a receipt. */
    static Correction of(Receipt receipt, RecordId record, Item item, String to) {
        int index = index(receipt, record);
        return new Correction(
                record, item, index < 0 ? "" : receipt.lines().get(index).text(item), to);
    }

    /** The receipt with the field changed; a missing SN of the insurance is written behind the payers. */
    Receipt applied(Receipt receipt) {
        int index = index(receipt, record);
        if (index >= 0) {
            return receipt.replaced(index, receipt.lines().get(index).with(item, to));
        }
        return record == RecordId.SN ? withSn(receipt) : receipt;
    }

    private Receipt withSn(Receipt receipt) {
        int behind = 0;
        for (int i = 0; i < receipt.lines().size(); i++) {
            RecordId id = receipt.lines().id(i);
            behind = id == RecordId.HO || id == RecordId.KO ? i + 1 : behind;
        }
        Line made = Line.empty(receipt.kind(), RecordId.SN)
                .with(Item.PAYER_KIND, INSURANCE)
                .with(Item.CONFIRMATION, "01")
                .with(item, to);
        return receipt.inserted(behind, java.util.List.of(made));
    }

    private static int index(Receipt receipt, RecordId record) {
        for (int i = 0; i < receipt.lines().size(); i++) {
            boolean fits = receipt.lines().id(i) == record
                    && (record != RecordId.SN
                            || receipt.lines().get(i).text(Item.PAYER_KIND).equals(INSURANCE));
            if (fits) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it changes anything. */
    boolean changes() {
        return !from.equals(to);
    }

    /** The field only: what stands there may be personal. */
    @Override
    public String toString() {
        return "Correction[" + record + " " + item + "]";
    }
}
