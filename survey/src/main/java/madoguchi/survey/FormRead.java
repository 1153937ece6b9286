package madoguchi.survey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.core.Text;

/** 調査票の読取結果 – what one page of a scan came to. */
sealed interface FormRead {

    /**
     * 読めた – what is certain, and what a person must look at.
     *
     * @param code the form's version and addressee
     * @param ticked codes of the boxes that are certainly ticked, by question
     * @param doubts what is not certain, and all that is written by hand
     */
    record Read(FormCode code, Map<String, Set<String>> ticked, List<Doubt> doubts) implements FormRead {

        /** Copies its parts. */
        public Read {
            ticked = Map.copyOf(ticked);
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * 読めない – not a form of ours, or too damaged.
     *
     * @param reason what is wrong and what to do
     */
    record Unread(Text reason) implements FormRead {}

    /**
     * 確かめるところ – a place of the form that a person decides about.
     *
     * @param kind what is to be said about it
     * @param question id
     * @param option code, or {@link Given#ITSELF}
     * @param reason why it is doubtful
     * @param picture that place, PNG
     */
    record Doubt(Kind kind, String question, String option, Reason reason, madoguchi.core.Octets picture) {

        /** 何を決めるか. */
        enum Kind {
            /** チェックの有無. */
            MARK,
            /** 数. */
            NUMBER,
            /** 文. */
            TEXT
        }

        /** Names the place, not the picture. */
        @Override
        public String toString() {
            return kind + " " + question + "." + option + " " + reason;
        }
    }

    /** なぜ人が見るか. */
    enum Reason {
        /** 薄い・小さい. */
        FAINT("印が薄いか小さい", "the mark is faint or small"),
        /** 1つだけの設問に2つ以上. */
        SEVERAL("1つだけの設問に印が2つ以上ある", "several marks where one is meant"),
        /** 欄の外. */
        BESIDE("印が欄の外にある", "the mark stands beside the box"),
        /** 取り消し・丸囲み. */
        STRUCK("取り消したか、丸で囲んだように見える", "struck out again, or circled"),
        /** 欄が見つからない. */
        LOST("欄の枠が見つからない", "the box was not found"),
        /** 手書き. */
        HANDWRITING("手書きの文字", "handwriting");

        private final Text label;

        Reason(String ja, String en) {
            label = new Text(ja, en);
        }

        Text label() {
            return label;
        }
    }
}
