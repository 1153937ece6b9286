package madoguchi.nation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import madoguchi.settle.Bill;
import madoguchi.settle.Disposition;
import madoguchi.settle.Outcome;
import madoguchi.settle.Settle;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;

/** 仕分けたもの – some receipts of one file, settled, by destination, each in their order. The work of one thread. */
final class Sorted {

    /** 返戻. */
    static final String RETURNED = "returned";

    /** 不詳のまま. */
    static final String OPEN = "open";

    /** 公費単独. */
    static final String PUBLIC = "public";

    /** A receipt too long to be settled (its lines come in more than one part): sent back as it is. */
    static final String CUT = "-";

    final Map<String, Pile> piles = new LinkedHashMap<>();
    final Map<String, Long> rules = new LinkedHashMap<>();
    final Pile list = new Pile();
    long bytes;

    private final long before;

    private Sorted(long before) {
        this.before = before;
    }

    /** Settles parts of which the reader counted the receipts from 1, with so many receipts of the file before them. */
    static Sorted of(Settle settle, List<Part> parts, long before) throws IOException {
        Sorted sorted = new Sorted(before);
        for (int i = 0; i < parts.size(); i++) {
            boolean cut = i + 1 < parts.size() && parts.get(i + 1) instanceof Part.Stray;
            if (parts.get(i) instanceof Receipt receipt && !cut) {
                sorted.add(receipt, settle.of(receipt));
            } else {
                sorted.back(parts.get(i));
            }
            sorted.bytes += parts.get(i).lines().length();
        }
        return sorted;
    }

    private void add(Receipt receipt, Disposition disposition) throws IOException {
        Outcome outcome = disposition.rule().outcome();
        rules.merge(disposition.rule().id(), 1L, Long::sum);
        if (outcome.isReturned()) {
            pile(RETURNED).add(receipt);
        }
        for (Bill bill : disposition.bills()) {
            pile(destination(outcome, bill)).add(bill.receipt());
        }
        if (outcome != Outcome.UNCHANGED) {
            tell(before + receipt.ordinal() + "," + disposition.rule().id() + destinations(disposition));
        }
    }

    private static String destinations(Disposition disposition) {
        StringBuilder told = new StringBuilder();
        disposition
                .bills()
                .forEach(bill ->
                        told.append(',').append(destination(disposition.rule().outcome(), bill)));
        return told.isEmpty() ? "," + RETURNED : told.toString();
    }

    private static String destination(Outcome outcome, Bill bill) {
        return outcome == Outcome.PASSED_ON
                ? OPEN
                : bill.insured().isPresent() ? bill.insured().get().insurer().digits() : PUBLIC;
    }

    private void back(Part part) throws IOException {
        if (part instanceof Receipt receipt) {
            rules.merge(CUT, 1L, Long::sum);
            tell(before + receipt.ordinal() + "," + CUT + "," + RETURNED);
            pile(RETURNED).add(receipt);
        } else {
            part.writeTo(pile(RETURNED));
        }
    }

    private void tell(String line) {
        byte[] ascii = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        list.write(ascii, 0, ascii.length);
    }

    private Pile pile(String destination) {
        return piles.computeIfAbsent(destination, any -> new Pile());
    }
}
