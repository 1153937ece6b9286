package madoguchi.core;

/** 診療区分（居宅同意） – the kinds of care away from the counter for which a person consents ahead. Codes by OQSCD028 ({@code oqs-interface.md} §4), which also knows 1 外来 and 4 救急時. */
public enum VisitKind implements Coded {
    /** 訪問診療等. */
    HOME("2", "訪問診療等", "home visits"),
    /** オンライン診療等. */
    ONLINE("3", "オンライン診療等", "online medical care");

    private final String code;
    private final Text label;

    VisitKind(String code, String ja, String en) {
        this.code = code;
        this.label = new Text(ja, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Text label() {
        return label;
    }
}
