package madoguchi.claims;

import java.util.ArrayList;
import java.util.List;
import madoguchi.uke.FileKind;
import madoguchi.uke.Line;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;
import madoguchi.uke.Remarks;

/** 摘要欄の頭 – puts remarks before all others of a receipt. */
final class Head {

    /** 医保の負担区分. */
    private static final char INSURANCE = '1';

    private final FileKind kind;
    private final List<Line> lines = new ArrayList<>();

    Head(Receipt receipt) {
        this.kind = receipt.kind();
    }

    Head and(String code, String text) {
        lines.addAll(Remarks.lines(kind, INSURANCE, code, text));
        return this;
    }

    Receipt on(Receipt receipt) {
        return receipt.inserted(place(receipt), lines);
    }

    private int place(Receipt receipt) {
        for (int i = 0; i < receipt.lines().size(); i++) {
            if (isBehind(receipt.lines().id(i))) {
                return i;
            }
        }
        return receipt.lines().size();
    }

    /* Dispensing: RE … (SH CZ IY TO CO)* KI* TK* ST*. Elsewhere: … diseases, then acts and comments, then notes. */
    private boolean isBehind(RecordId id) {
        return kind == FileKind.DISPENSING
                ? id == RecordId.TK || id == RecordId.ST
                : switch (id) {
                    case SI, IY, TO, SS, CO, SJ, TI, TR, TS, CD -> true;
                    default -> false;
                };
    }
}
