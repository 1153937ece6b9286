package madoguchi.uke;

/** 受診日等（JD） – on which days of the month one payer's patient came ({@code claims-uke.md} §2, §5.2). */
public record JD(Line line) implements UkeRecord {

    /** 負担者種別: 1 医保, 2–5 第1–第4公費. */
    public java.util.OptionalInt payerKind() {
        return line.number(Item.PAYER_KIND);
    }

    /** 受診等区分 of each day, index 0 the first: 0 none, 1 counts in 実日数, 2 a visit that does not count, 9 not in accord with the days of the acts. */
    public int[] days() {
        return line.days();
    }

    /** The days marked 1, as bits: bit 0 is the first of the month. */
    public int counted() {
        return mask(1);
    }

    /** The days marked 1, 2 or 9, as bits. */
    public int visited() {
        int[] days = line.days();
        int mask = 0;
        for (int day = 0; day < days.length; day++) {
            mask |= days[day] == 1 || days[day] == 2 || days[day] == 9 ? 1 << day : 0;
        }
        return mask;
    }

    private int mask(int wanted) {
        int[] days = line.days();
        int mask = 0;
        for (int day = 0; day < days.length; day++) {
            mask |= days[day] == wanted ? 1 << day : 0;
        }
        return mask;
    }
}
