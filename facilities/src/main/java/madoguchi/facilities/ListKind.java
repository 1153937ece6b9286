package madoguchi.facilities;

import java.util.Arrays;
import java.util.Optional;
import madoguchi.core.Text;

/** 一覧の種類 – what a facility was seen to do. */
public enum ListKind {
    /** スマートフォンのマイナ保険証. */
    PHONES(
            "phones",
            "スマートフォンのマイナ保険証を読める施設",
            "Facilities that read phones",
            "スマートフォンで確認できた最初の日",
            new Text("スマートフォンで初めて受付ができた日に載ります。", "One appears on the day it first received somebody by phone.")),
    /** 医療費助成のオンライン確認. */
    SUBSIDIES(
            "subsidies",
            "医療費助成の受給者証をマイナンバーカードで確認できる施設",
            "Facilities that verify subsidies by card",
            "医療費助成を確認した最初の日",
            new Text("受給者証の情報を初めて受け取った日に載ります。", "One appears on the day it first got a recipient certificate.")),
    /** 居宅同意取得型. */
    HOME_CONSENT(
            "home-consent",
            "居宅同意取得型（訪問診療など）を使う施設",
            "Facilities that use the home-consent type",
            "居宅同意を登録した最初の日",
            new Text(
                    "訪問診療・オンライン診療などの同意を初めて登録した日に載ります。",
                    "One appears on the day it first registered a consent to home visits or online care."));

    private final String word;
    private final Text label;
    private final String heading;
    private final Text proof;

    ListKind(String word, String ja, String en, String heading, Text proof) {
        this.word = word;
        this.label = new Text(ja, en);
        this.heading = heading;
        this.proof = proof;
    }

    /** 載る条件 – what makes a facility appear. */
    public Text proof() {
        return proof;
    }

    /** Its name in addresses and logs. */
    public String word() {
        return word;
    }

    /** What the list holds. */
    public Text label() {
        return label;
    }

    /** 見出し – of the column with the first day, Japanese, for the CSV. */
    public String heading() {
        return heading;
    }

    /** The list of that name, if there is one. */
    public static Optional<ListKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
