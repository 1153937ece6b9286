package madoguchi.uke;

import java.util.Optional;

/** 窓口負担額（MF） – whether 高額療養費 was given at the counter ({@code claims-uke.md} §2, §5.2). */
public record MF(Line line) implements UkeRecord {

    /** 窓口負担額区分. */
    public Optional<CopaymentKind> kind() {
        return Code.find(CopaymentKind.class, line.text(Item.COPAYMENT_KIND));
    }
}
