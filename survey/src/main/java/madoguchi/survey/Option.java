package madoguchi.survey;

import madoguchi.core.Text;

/**
 * 選択肢 – one box of a question.
 *
 * @param code its name in files and logs, unique in the question: lower case, digits, hyphens
 * @param label what it says
 * @param alone whether it excludes all others (「特にトラブルはない」)
 * @param extra what may be written beside it
 * @param unit stands behind the number of {@link Extra#COUNT}; empty otherwise
 */
public record Option(String code, Text label, boolean alone, Extra extra, Text unit) {

    /** 添え書き – what may be written beside a ticked box. */
    public enum Extra {
        /** なし. */
        NONE,
        /** 件数 – a whole number. */
        COUNT,
        /** 内容 – words. */
        TEXT
    }
}
