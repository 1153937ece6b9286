package madoguchi.facilities;

import java.util.Arrays;
import java.util.Optional;
import madoguchi.core.Text;

/** 一覧の種類 – what a facility was seen to do. */
public enum ListKind {
    /** スマートフォンのマイナ保険証. */
    PHONES("phones", "スマートフォンのマイナ保険証を読める施設", "Facilities that read phones", "スマートフォンで確認できた最初の日"),
    /** 医療費助成のオンライン確認. */
    SUBSIDIES(
            "subsidies", "医療費助成の受給者証をマイナンバーカードで確認できる施設", "Facilities that verify subsidies by card", "医療費助成を確認した最初の日"),
    /** 居宅同意取得型. */
    HOME_CONSENT(
            "home-consent", "居宅同意取得型（訪問診療など）を使う施設", "Facilities that use the home-consent type", "居宅同意取得型で確認した最初の日");

    private final String word;
    private final Text label;
    private final String heading;

    ListKind(String word, String ja, String en, String heading) {
        this.word = word;
        this.label = new Text(ja, en);
        this.heading = heading;
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
