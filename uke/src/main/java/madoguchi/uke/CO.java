package madoguchi.uke;

/** コメント（CO）・摘要欄（調剤 TK） – a remark by code, with free text where its pattern has any ({@code claims-uke.md} §2, §4, §6). Dispensing has no 診療識別 and 負担区分 here. */
public record CO(Line line) implements UkeRecord {

    /** 診療識別, two digits: 01 is the head of the remarks, 99 their end; empty on a line that continues. */
    public String category() {
        return line.text(Item.CATEGORY);
    }

    /** 負担区分; 0 when there is none. */
    public char burden() {
        return (char) line.sign(Item.BURDEN);
    }

    /** コメントコード, 9 digits. */
    public String code() {
        return line.text(Item.CODE);
    }

    /** 文字データ – the free part only. */
    public String text() {
        return line.text(Item.TEXT);
    }
}
