package madoguchi.settle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;
import madoguchi.uke.InventedPatient;
import madoguchi.uke.Item;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;
import madoguchi.uke.Remarks;

/** 手を加えたレセプト – invented receipts, every second one changed so that something is wrong with it or special about it, as seeded chance will have it. */
final class TroubledReceipts {

    private final InventedClaims claims;
    private final long seed;

    TroubledReceipts(InventedClaims claims, long seed) {
        this.claims = claims;
        this.seed = seed;
    }

    /** Hands out head, receipts and foot of a file of so many receipts. */
    void each(long receipts, Consumer<Part> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 20);
        try {
            claims.writeTo(file, receipts);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        ClaimReader.parts(new ByteArrayInputStream(file.toByteArray()))
                .forEach(part -> parts.accept(part instanceof Receipt receipt ? troubled(receipt) : part));
    }

    private Receipt troubled(Receipt receipt) {
        SplittableRandom random = new SplittableRandom(seed * 31 + receipt.ordinal());
        Receipt whole = random.nextInt(10) == 0 ? withoutPublicPayers(receipt) : receipt;
        return random.nextBoolean() ? whole : changed(whole, random);
    }

    private Receipt changed(Receipt receipt, SplittableRandom random) {
        int charge = charge(receipt, random);
        return switch (random.nextInt(18)) {
            case 0 -> set(receipt, RecordId.MF, Item.COPAYMENT_KIND, random.nextBoolean() ? "01" : "02");
            case 1 -> set(receipt, RecordId.HO, Item.SHARE_YEN, "8000");
            case 2 -> set(receipt, RecordId.RE, Item.SPECIAL_REMARKS, random.nextBoolean() ? "2602" : "10");
            case 3 -> set(receipt, RecordId.RE, Item.SPECIAL_REMARKS, "28");
            case 4 ->
                receipt.kind() == FileKind.DISPENSING
                        ? receipt
                        : set(set(receipt, RecordId.HO, Item.MEALS, "9"), RecordId.HO, Item.MEAL_YEN, "5940");
            case 5 -> without(receipt, RecordId.JD);
            case 6 -> charge < 0 ? receipt : undated(receipt, charge, charge + 1);
            case 7 -> undated(without(receipt, RecordId.JD), 0, receipt.lines().size());
            case 8 -> set(receipt, RecordId.HO, Item.POINTS, "1");
            case 9 -> set(receipt, RecordId.RE, Item.BIRTH, "19991399");
            case 10 -> set(receipt, RecordId.HO, Item.INSURER, "0113999");
            case 11 -> without(receipt, RecordId.SN);
            case 12 -> set(receipt, RecordId.SN, Item.BRANCH, "");
            case 13 -> wide(receipt);
            case 14 ->
                charge < 0
                        ? receipt
                        : receipt.replaced(charge, receipt.lines().get(charge).with(Item.COUNT, "99"));
            case 15, 16, 17 -> unidentified(receipt, random);
            default -> receipt;
        };
    }

    private static int charge(Receipt receipt, SplittableRandom random) {
        for (int i = random.nextInt(receipt.lines().size()); i < receipt.lines().size(); i++) {
            if (isDated(receipt, i) && !receipt.lines().get(i).isEmpty(Item.POINTS)) {
                return i;
            }
        }
        return -1;
    }

    static boolean isCharge(RecordId id) {
        return id == RecordId.SI || id == RecordId.IY || id == RecordId.TO || id == RecordId.SS;
    }

    private static boolean isDated(Receipt receipt, int index) {
        return receipt.kind() != FileKind.DISPENSING && isCharge(receipt.lines().id(index));
    }

    private static Receipt set(Receipt receipt, RecordId id, Item item, String text) {
        int index = receipt.indexOf(id);
        return index < 0
                ? receipt
                : receipt.replaced(index, receipt.lines().get(index).with(item, text));
    }

    private static Receipt without(Receipt receipt, RecordId id) {
        Receipt left = receipt;
        for (int index = left.indexOf(id); index >= 0; index = left.indexOf(id)) {
            left = left.without(index);
        }
        return left;
    }

    private static Receipt undated(Receipt receipt, int from, int to) {
        Receipt left = receipt;
        for (int i = from; i < Math.min(to, left.lines().size()); i++) {
            if (isDated(left, i)) {
                left = left.replaced(i, left.lines().get(i).withDays(new int[31]));
            }
        }
        return left;
    }

    private static Receipt withoutPublicPayers(Receipt receipt) {
        if (receipt.ho().isEmpty() || receipt.kos().isEmpty()) {
            return receipt;
        }
        List<Line> lines = new ArrayList<>();
        for (Line line : receipt.lines()) {
            boolean payer = line.id() == RecordId.SN || line.id() == RecordId.JD;
            if (line.id() != RecordId.KO
                    && !(payer && !line.text(Item.PAYER_KIND).equals("1"))) {
                lines.add(line.isEmpty(Item.BURDEN) ? line : line.with(Item.BURDEN, "1"));
            }
        }
        String type = receipt.lines().get(receipt.indexOf(RecordId.RE)).text(Item.RECEIPT_TYPE);
        return set(
                receipt.withLines(lines), RecordId.RE, Item.RECEIPT_TYPE, type.substring(0, 2) + "1" + type.charAt(3));
    }

    private static Receipt wide(Receipt receipt) {
        int index = receipt.indexOf(RecordId.HO);
        if (index < 0) {
            return receipt;
        }
        StringBuilder wide = new StringBuilder("０");
        receipt.lines().get(index).text(Item.NUMBER).chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        return set(receipt, RecordId.HO, Item.NUMBER, wide.toString());
    }

    private Receipt unidentified(Receipt receipt, SplittableRandom random) {
        int index = receipt.indexOf(RecordId.HO);
        if (index < 0) {
            return receipt;
        }
        InventedPatient patient = claims.patient(receipt.ordinal() - 1);
        Line dummy = receipt.lines()
                .get(index)
                .with(Item.INSURER, random.nextBoolean() ? "77777777" : "77777779")
                .with(Item.SYMBOL, "")
                .with(Item.NUMBER, "777777777");
        Receipt unknown = set(receipt.replaced(index, dummy), RecordId.SN, Item.BRANCH, "");
        List<Line> items = new ArrayList<>();
        String[] declared = {
            Remarks.UNIDENTIFIED,
            "",
            "830000501",
            patient.kana(),
            "830000502",
            "健康保険（組合）",
            "830000503",
            "架空保険者０１１３９９９７",
            "830000504",
            "架空商事株式会社",
            "830000505",
            "東京都港区架空町",
            "830000507",
            "０９０－００００－００００",
            "830000508",
            "令和８年５月１日"
        };
        int missing = random.nextInt(40);
        for (int i = 0; i < declared.length; i += 2) {
            if (i != missing) {
                items.addAll(Remarks.lines(receipt.kind(), '1', declared[i], declared[i + 1]));
            }
        }
        int at = receipt.indexOf(RecordId.CO);
        for (int i = 0; at < 0 && i < receipt.lines().size(); i++) {
            at = isCharge(receipt.lines().id(i)) ? i : at;
        }
        return unknown.inserted(at < 0 ? unknown.lines().size() : at, items);
    }
}
