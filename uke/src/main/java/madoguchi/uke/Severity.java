package madoguchi.uke;

import madoguchi.core.Text;

/** 重さ – what a finding means for the claim, after the classes of the official check before submission ({@code claims-uke.md} §8.1); gravest first. */
public enum Severity {
    /** 1000番台 – nothing of the file is claimed. */
    FILE("ファイルを請求できない", "the file cannot be claimed"),
    /** 2000番台 – the receipt is not readable and not claimed. */
    RECEIPT("このレセプトを請求できない", "this receipt cannot be claimed"),
    /** 3000番台 – it will likely be returned. */
    RETURN("返戻の見込み", "likely returned"),
    /** 4000番台 – sums and counts. */
    ARITHMETIC("計算・回数", "sums and counts"),
    /** 4800番台 – told only. */
    NOTE("参考", "note");

    private final Text label;

    Severity(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }
}
