package madoguchi.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import madoguchi.settle.Bill;
import madoguchi.settle.Disposition;
import madoguchi.settle.Outcome;
import madoguchi.uke.Confirmation;
import madoguchi.uke.Item;
import madoguchi.uke.Line;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;

/*
 * A receipt that an insurer sends back says in SN what the agency found before, where it found anything. That is the coverage now in doubt, so it is put in the place of the claimed one, the receipt is settled by
 * the registers of today, and what HO said is put back. Which code stands for what: names are official, the attribution is one source's (§5.2); that an unchanged receipt is 13 is our reading.
 */

/** 保険者等からの申出 – the same decision again, on receipts that an insurer sent back. */
final class Raised {

    private static final List<Item> CLAIMED = List.of(Item.INSURER, Item.SYMBOL, Item.NUMBER);
    private static final List<Item> FOUND = List.of(Item.FOUND_INSURER, Item.FOUND_SYMBOL, Item.FOUND_NUMBER);

    private Raised() {}

    /** The receipt with the coverage that was billed in place of the one that was claimed. */
    static Receipt asBilled(Receipt receipt) {
        Optional<Line> sn = line(receipt, RecordId.SN).filter(found -> !found.isEmpty(Item.FOUND_INSURER));
        if (sn.isEmpty()) {
            return receipt;
        }
        Receipt billed = onFirst(receipt, RecordId.HO, ho -> copied(sn.get(), FOUND, ho, CLAIMED));
        return onFirst(billed, RecordId.SN, Raised::unfound);
    }

    private static Line unfound(Line sn) {
        Line empty = sn;
        for (Item item : FOUND) {
            empty = empty.with(item, "");
        }
        return empty;
    }

    private static Line copied(Line from, List<Item> these, Line to, List<Item> those) {
        Line copied = to;
        for (int i = 0; i < these.size(); i++) {
            copied = copied.with(those.get(i), from.text(these.get(i)));
        }
        return copied;
    }

    /** What was decided, with HO as it was claimed and the codes for receipts that an insurer raised. */
    static Settled of(Receipt receipt, Settled settled) {
        Optional<Confirmation> code = code(settled.disposition().rule().outcome());
        List<Bill> bills = settled.disposition().bills().stream()
                .map(bill -> new Bill(restored(receipt, bill.receipt(), code), bill.insured()))
                .toList();
        return new Settled(
                receipt,
                new Disposition(
                        settled.disposition().rule(),
                        bills,
                        settled.disposition().missing()),
                code,
                settled.lost());
    }

    private static Receipt restored(Receipt claimed, Receipt sent, Optional<Confirmation> code) {
        Receipt withHo = line(claimed, RecordId.HO)
                .map(ho -> onFirst(sent, RecordId.HO, line -> copied(ho, CLAIMED, line, CLAIMED)))
                .orElse(sent);
        return code.map(written -> onFirst(withHo, RecordId.SN, line -> line.with(Item.CONFIRMATION, written.code())))
                .orElse(withHo);
    }

    static Optional<Confirmation> code(Outcome outcome) {
        return switch (outcome) {
            case TRANSFERRED -> Optional.of(Confirmation.INSURER_TRANSFERRED);
            case SPLIT -> Optional.of(Confirmation.INSURER_SPLIT);
            case BRANCH_FILLED -> Optional.of(Confirmation.INSURER_BRANCH_FILLED);
            case UNCHANGED, NOT_CONFIRMED, BILLED_AS_CLAIMED, NOT_SPLIT, PASSED_ON ->
                Optional.of(Confirmation.INSURER_UNCHANGEABLE);
            case RETURNED_COLLECTED, RETURNED_DEATH, RETURNED_INCOMPLETE, PUBLIC_ONLY, UNREADABLE -> Optional.empty();
        };
    }

    private static Optional<Line> line(Receipt receipt, RecordId id) {
        int index = index(receipt, id);
        return index < 0 ? Optional.empty() : Optional.of(receipt.lines().get(index));
    }

    private static Receipt onFirst(Receipt receipt, RecordId id, UnaryOperator<Line> change) {
        int index = index(receipt, id);
        if (index < 0) {
            return receipt;
        }
        List<Line> lines = new ArrayList<>(receipt.lines());
        lines.set(index, change.apply(lines.get(index)));
        return receipt.withLines(lines);
    }

    /** The first line of a record; of SN that of the insurance. */
    private static int index(Receipt receipt, RecordId id) {
        for (int i = 0; i < receipt.lines().size(); i++) {
            if (receipt.lines().id(i) == id
                    && (id != RecordId.SN
                            || receipt.lines().get(i).text(Item.PAYER_KIND).equals("1"))) {
                return i;
            }
        }
        return -1;
    }
}
