package madoguchi.policy;

import madoguchi.core.Text;

/** 医療費助成への接続 – whether this facility is connected to the online verification of subsidies (PMH). */
public enum SubsidyConnection implements Listed {
    /** Connected. */
    PMH_CONNECTED("医療費助成のオンライン資格確認につながっている", "connected to the online verification of subsidies"),
    /** Not connected. */
    NOT_CONNECTED("つながっていない", "not connected");

    private final Text label;

    SubsidyConnection(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
