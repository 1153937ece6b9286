package madoguchi.uke;

import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.InsurerNumber;

/** 保険者（HO） – the insurer the receipt claims from ({@code claims-uke.md} §2–§4). */
public record HO(Line line) implements UkeRecord {

    /** 保険者番号 without the spaces before a 6-digit one, whatever stands there. */
    public String insurerText() {
        return line.text(Item.INSURER).strip();
    }

    /** 保険者番号; empty when it has not the shape of one. Dummy numbers have. */
    public Optional<InsurerNumber> insurer() {
        String digits = insurerText();
        return InsurerNumber.hasShape(digits) ? Optional.of(new InsurerNumber(digits)) : Optional.empty();
    }

    /** 記号, as written; empty where there is none. */
    public String symbol() {
        return line.text(Item.SYMBOL);
    }

    /** 番号, as written. */
    public String number() {
        return line.text(Item.NUMBER);
    }

    /** 診療実日数（調剤: 処方箋受付回数）. */
    public OptionalInt days() {
        return line.number(Item.DAYS);
    }

    /** 合計点数. */
    public OptionalInt points() {
        return line.number(Item.POINTS);
    }

    /** 食事回数. */
    public OptionalInt meals() {
        return line.number(Item.MEALS);
    }

    /** 負担金額, yen; only where a limit or a notice applies. */
    public OptionalInt shareYen() {
        return line.number(Item.SHARE_YEN);
    }
}
