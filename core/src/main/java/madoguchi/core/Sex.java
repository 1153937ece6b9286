package madoguchi.core;

/** 性別 – OQSCD007. What the register says; nothing is derived from it. */
public enum Sex implements Coded {
    /** 男. */
    MALE("1", "男", "male"),
    /** 女. */
    FEMALE("2", "女", "female"),
    /** 未設定. */
    UNSET("3", "未設定", "not set");

    private final String code;
    private final Text label;

    Sex(String code, String ja, String en) {
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
