package madoguchi.uke;

import java.time.LocalDate;
import java.util.Optional;

/** 傷病名（SY）・傷病名部位（歯科 HS） – one disease ({@code claims-uke.md} §2, §3). */
public record Disease(Line line) implements UkeRecord {

    /** 傷病名コード, 7 digits; {@code 0000999} is an uncoded one. */
    public String code() {
        return line.text(Item.DISEASE);
    }

    /** 診療開始日. */
    public Optional<LocalDate> start() {
        return UkeDate.day(line.text(Item.DISEASE_START));
    }

    /** 傷病名称; uncoded ones only. */
    public String name() {
        return line.text(Item.DISEASE_NAME);
    }
}
