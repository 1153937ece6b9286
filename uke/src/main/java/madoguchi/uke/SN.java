package madoguchi.uke;

import java.util.Optional;
import java.util.OptionalInt;

/** 資格確認（SN） – which payer's eligibility was confirmed how, and what was found after the claim ({@code claims-uke.md} §2, §5.2). */
public record SN(Line line) implements UkeRecord {

    /** 負担者種別: 1 医保, 2–5 第1–第4公費. */
    public OptionalInt payerKind() {
        return line.number(Item.PAYER_KIND);
    }

    /** 確認区分. */
    public Optional<Confirmation> confirmation() {
        return Code.find(Confirmation.class, line.text(Item.CONFIRMATION));
    }

    /** 保険者番号等（資格確認）, without spaces; empty in a first claim. */
    public String foundInsurer() {
        return line.text(Item.FOUND_INSURER).strip();
    }

    /** 記号（資格確認）; empty in a first claim. */
    public String foundSymbol() {
        return line.text(Item.FOUND_SYMBOL);
    }

    /** 番号（資格確認）; empty in a first claim. */
    public String foundNumber() {
        return line.text(Item.FOUND_NUMBER);
    }

    /** 枝番, as written; empty where none was recorded. */
    public String branch() {
        return line.text(Item.BRANCH);
    }
}
