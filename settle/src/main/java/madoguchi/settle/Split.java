package madoguchi.settle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import madoguchi.uke.Burden;
import madoguchi.uke.Confirmation;
import madoguchi.uke.Item;
import madoguchi.uke.Line;
import madoguchi.uke.Receipt;
import madoguchi.uke.ReceiptType;
import madoguchi.uke.RecordId;
import madoguchi.uke.Remarks;
import madoguchi.uke.Unit;

/*
 * The algorithm of claims-uke.md §8.4. A receipt is cut by days, for each coverage the days on which it holds:
 *
 * 1. A unit (the run of lines up to the one with points) moves whole. Its days say where to: all in one part, it goes there; on both sides, it goes to both, and
 *    its days and counts are cut. So the first visit's fee stays with the first day, where it was charged. A part gets no unit without a day of its own.
 * 2. What has no points (comments at the head and the end, texts, diseases) goes to every part.
 * 3. 診療識別 stands on the first line of a group only. Where that line is not in a part, the next one of its group says it.
 * 4. Days, points of the payers and JD are made anew from what is left; the receipt type follows the coverage; SN tells the coverage; the comment says that it was split.
 *
 * Nothing is split whose points and counts do not add up before (X-SPLIT-SUM), so the parts together always have the points and counts of the whole.
 */

/** 分割 – one receipt as several, by the days on which each coverage holds. */
final class Split {

    private static final char INSURANCE = '1';

    private final Claimed claimed;
    private final Receipt receipt;
    private final List<Unit> units;

    Split(Claimed claimed) {
        this.claimed = claimed;
        this.receipt = claimed.receipt();
        this.units = receipt.units();
    }

    /** The receipt of one part. */
    Receipt of(Part part, Confirmation confirmation) {
        List<Line> lines = new ArrayList<>(receipt.lines().size() + 1);
        String category = "";
        boolean remarked = false;
        for (int i = 0; i < receipt.lines().size(); i++) {
            Unit unit = at(i);
            if (unit == null) {
                lines.add(head(receipt.lines().get(i), part));
                continue;
            }
            if (!remarked) {
                lines.addAll(Remarks.lines(receipt.kind(), INSURANCE, Remarks.SPLIT, ""));
                remarked = true;
            }
            int days = unit.isCharged() ? unit.dayMask() & part.days() : 0;
            if (unit.isCharged() && days == 0) {
                continue;
            }
            Line line = unit.isCharged() && days != unit.dayMask()
                    ? cut(receipt.lines().get(i), part.days())
                    : receipt.lines().get(i);
            if (i == unit.from() && !unit.category().equals(category) && line.isEmpty(Item.CATEGORY)) {
                line = line.with(Item.CATEGORY, unit.category());
            }
            category = unit.category();
            lines.add(line);
        }
        return Rewrite.found(receipt.withLines(lines), confirmation, part.insured());
    }

    private @org.jspecify.annotations.Nullable Unit at(int index) {
        for (Unit unit : units) {
            if (unit.from() <= index && index < unit.to()) {
                return unit;
            }
        }
        return null;
    }

    private static Line cut(Line line, int days) {
        return switch (line.id()) {
            case SI, IY, TO, SS -> {
                int[] left = kept(line.days(), days);
                Line cut = line.withDays(left);
                yield line.isEmpty(Item.COUNT)
                        ? cut
                        : cut.with(
                                Item.COUNT, Integer.toString(Arrays.stream(left).sum()));
            }
            default -> line;
        };
    }

    private static int[] kept(int[] values, int days) {
        int[] left = new int[values.length];
        for (int day = 0; day < values.length; day++) {
            left[day] = (days & (1 << day)) == 0 ? 0 : values[day];
        }
        return left;
    }

    private Line head(Line line, Part part) {
        return switch (line.id()) {
            case RE -> typed(line, part);
            case HO -> totals(line, part, 0);
            case KO -> totals(line, part, payerOf(line));
            case JD -> line.withDays(kept(line.days(), part.days()));
            default -> line;
        };
    }

    private Line typed(Line re, Part part) {
        var day = claimed.day(Integer.numberOfTrailingZeros(part.days()));
        return ReceiptType.parse(re.text(Item.RECEIPT_TYPE))
                .map(type -> Share.type(type, part.stay().coverage(), day))
                .map(type -> re.with(Item.RECEIPT_TYPE, type.digits()))
                .orElse(re);
    }

    /** Which public payer a KO is, counted from 1. */
    private int payerOf(Line ko) {
        int payer = 0;
        for (int i = 0; i < receipt.lines().size(); i++) {
            if (receipt.lines().id(i) == RecordId.KO) {
                payer++;
                if (receipt.lines().get(i).sameBytes(ko)) {
                    return payer;
                }
            }
        }
        return payer;
    }

    private Line totals(Line line, Part part, int payer) {
        int days = receipt.jd(payer + 1)
                .map(jd -> Integer.bitCount(jd.counted() & part.days()))
                .orElse(Integer.bitCount(part.days()));
        Line counted = line.isEmpty(Item.DAYS) ? line : line.with(Item.DAYS, Integer.toString(days));
        return counted.isEmpty(Item.POINTS)
                ? counted
                : counted.with(Item.POINTS, Long.toString(points(part.days(), payer)));
    }

    private long points(int days, int payer) {
        long points = 0;
        for (Unit unit : units) {
            if (unit.isCharged() && (Burden.payers(unit.burden()).orElse(1) & (1 << payer)) != 0) {
                points += (long) unit.points().orElse(0)
                        * Arrays.stream(kept(unit.days(), days)).sum();
            }
        }
        return points;
    }
}
