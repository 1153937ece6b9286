package madoguchi.uke;

import java.util.ArrayList;
import java.util.List;

/** 摘要欄の記録 – writes a comment as lines at the head of the remarks: CO with 診療識別 01, in dispensing TK ({@code claims-uke.md} §2, §7). */
public final class Remarks {

    /** 電子資格確認による分割レセプト – by the review body, on split receipts. */
    public static final String SPLIT = "820000244";

    /** 旧資格情報. */
    public static final String FORMER = "820000245";

    /** 不詳. */
    public static final String UNIDENTIFIED = "820000246";

    /** 文字データの長さ – bytes a CO holds by the edition at hand; longer text goes on in the next line. */
    static final int LONGEST = 76;

    private Remarks() {}

    /**
     * The lines of one comment.
     *
     * @param kind the kind of file
     * @param burden 負担区分 of the payer; not written in dispensing
     * @param code コメントコード, 9 digits
     * @param text the free part in full-width letters, empty for a fixed comment; cut at 76 bytes, each further line with the same code and no 診療識別
     * @return one line or more
     * @throws IllegalArgumentException when the text does not fit a field ({@link Letters#fitField})
     */
    public static List<Line> lines(FileKind kind, char burden, String code, String text) {
        List<Line> lines = new ArrayList<>();
        for (String piece : pieces(text)) {
            if (kind == FileKind.DISPENSING) {
                lines.add(Line.of(kind, "TK", code, piece));
            } else {
                Line line = Line.empty(kind, RecordId.CO)
                        .with(Item.BURDEN, String.valueOf(burden))
                        .with(Item.CODE, code)
                        .with(Item.TEXT, piece);
                lines.add(lines.isEmpty() ? line.with(Item.CATEGORY, "01") : line);
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            int more = text.substring(at, at + 1).getBytes(Letters.WINDOWS_31J).length;
            if (bytes + more > LONGEST) {
                pieces.add(text.substring(from, at));
                from = at;
                bytes = 0;
            }
            bytes += more;
        }
        pieces.add(text.substring(from));
        return pieces;
    }
}
