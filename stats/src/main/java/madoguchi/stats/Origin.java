package madoguchi.stats;

import madoguchi.core.Text;

/** 数字の出どころ – what a month's figures were folded from. */
public enum Origin {
    /** 照会記録 – the log itself. */
    LEDGER("照会記録から集計しました。", "Folded from the verification log."),
    /** 日々の利用記録 – the day files. */
    FILES("書き出してある日々の利用記録から集計しました。", "Folded from the exported day files."),
    /** 照会記録, 日々の利用記録が壊れているため. */
    LEDGER_FOR_BROKEN_FILES(
            "日々の利用記録のファイルが壊れていて使えないため、照会記録から集計しました。数字は正しいものです。壊れたファイルの名前は記録（ログ）にあります。消して madoguchi stats export をやり直してください。",
            "A day file is broken, so the figures were folded from the verification log; they are right. The program's log names the file: remove it and run madoguchi stats export again.");

    private final Text sentence;

    Origin(String ja, String en) {
        this.sentence = new Text(ja, en);
    }

    /** The same for the reader of a page. */
    public Text sentence() {
        return sentence;
    }
}
