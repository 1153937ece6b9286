package madoguchi.survey;

import madoguchi.core.Text;

/** 回答の経路 – the way an answer came. */
public enum Channel {
    /** ウェブ. */
    WEB("ウェブ", "web"),
    /** 紙・ＦＡＸ – read from a picture of the form. */
    PAPER("紙・ＦＡＸ", "paper or FAX"),
    /** 取込 – rows of a file. */
    IMPORT("取込", "import");

    private final Text label;

    Channel(String ja, String en) {
        label = new Text(ja, en);
    }

    /** Its name. */
    public Text label() {
        return label;
    }
}
