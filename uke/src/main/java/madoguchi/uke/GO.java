package madoguchi.uke;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** 請求書（GO） – the totals of the file ({@code claims-uke.md} §2). */
public record GO(Line line) implements UkeRecord {

    /** 総件数 – how many HO and KO records the file has, not how many receipts. */
    public OptionalInt count() {
        return line.number(Item.TOTAL_COUNT);
    }

    /** 総合計点数. */
    public OptionalLong points() {
        return line.longNumber(Item.TOTAL_POINTS);
    }

    /** マルチボリューム識別; 99 on the last volume. */
    public String volume() {
        return line.text(Item.VOLUME);
    }
}
