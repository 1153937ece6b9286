package madoguchi.uke;

import java.util.OptionalInt;

/** 算定の記録（SI 診療行為・IY 医薬品・TO 特定器材・SS 歯科診療行為） – one line of what was done; points stand on the last line of a {@link Unit} ({@code claims-uke.md} §2, §3). */
public record Charge(Line line) implements UkeRecord {

    /** 診療識別, two digits; empty but on the first line of a group. */
    public String category() {
        return line.text(Item.CATEGORY);
    }

    /** 負担区分 – one letter or digit; 0 when there is none or more than one. What it means: {@link Burden#payers}. */
    public char burden() {
        return (char) line.sign(Item.BURDEN);
    }

    /** コード, 9 digits. */
    public String code() {
        return line.text(Item.CODE);
    }

    /** 数量・使用量, as written. */
    public String quantity() {
        return line.text(Item.QUANTITY);
    }

    /** 点数; on the last line of a unit only. */
    public OptionalInt points() {
        return line.number(Item.POINTS);
    }

    /** 回数 – how often; the sum of the days. */
    public OptionalInt count() {
        return line.number(Item.COUNT);
    }

    /** 算定日 – how often on each day, index 0 the first of the month. */
    public int[] days() {
        return line.days();
    }
}
