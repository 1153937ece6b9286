package madoguchi.uke;

import java.io.IOException;
import java.io.OutputStream;

/** 部分 – a claim file is a sequence of parts; written one after the other they are the file again, byte for byte. */
public sealed interface Part permits Part.Head, Receipt, Part.Foot, Part.Stray {

    /** Its lines. */
    Lines lines();

    /** Writes its lines, byte for byte. */
    default void writeTo(OutputStream out) throws IOException {
        lines().writeTo(out);
    }

    /** ファイルの頭 – the lines before the first receipt: IR, UK or YK (home nursing: HM and GO). */
    record Head(Lines lines) implements Part {}

    /** ファイルの末尾 – GO and whatever follows: the end mark 0x1A, blank lines. */
    record Foot(Lines lines) implements Part {}

    /** 行き場のない行 – lines of a receipt too long to be held in memory, behind the ones handed out before: carried, and told by the checks. */
    record Stray(Lines lines) implements Part {}
}
