package madoguchi.uke;

import java.util.OptionalInt;

/** 公費（KO） – one public payer of the receipt, in order of priority ({@code claims-uke.md} §2–§4). */
public record KO(Line line) implements UkeRecord {

    /** 公費負担者番号 without spaces, whatever stands there. */
    public String payer() {
        return line.text(Item.PAYER).strip();
    }

    /** 受給者番号; empty for 医療観察法. */
    public String recipient() {
        return line.text(Item.RECIPIENT);
    }

    /** 診療実日数（調剤: 処方箋受付回数）. */
    public OptionalInt days() {
        return line.number(Item.DAYS);
    }

    /** 合計点数; may be empty where it is that of the insurance. */
    public OptionalInt points() {
        return line.number(Item.POINTS);
    }

    /** 公費負担金額（調剤: 一部負担金）, yen. */
    public OptionalInt shareYen() {
        return line.number(Item.SHARE_YEN);
    }
}
