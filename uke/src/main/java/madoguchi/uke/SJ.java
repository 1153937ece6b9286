package madoguchi.uke;

/** 症状詳記（SJ） – a detailed note ({@code claims-uke.md} §2). */
public record SJ(Line line) implements UkeRecord {

    /** 症状詳記区分; empty on a line that continues. */
    public String kind() {
        return line.text(Item.NOTE_KIND);
    }

    /** 症状詳記データ. */
    public String text() {
        return line.text(Item.TEXT);
    }
}
