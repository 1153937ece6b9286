package madoguchi.account;

import madoguchi.core.Text;

/** 出来事 – what the audit can say happened to an account. The names are stored. */
public enum Act {
    /** Both factors were right. */
    SIGNED_IN("サインインした", "Signed in"),
    /** The password was right; the code is still to come. */
    PASSWORD_RIGHT("パスワードが合った（コード待ち）", "Password right, code to come"),
    /** A wrong password. */
    WRONG_PASSWORD("パスワードが違う", "Wrong password"),
    /** A wrong one-time code. */
    WRONG_CODE("コードが違う", "Wrong code"),
    /** A one-time code that was used before. */
    REPLAYED_CODE("使用済みのコード", "Code used before"),
    /** A name that is no account. */
    UNKNOWN_NAME("登録のない名前", "Unknown name"),
    /** The last permitted try failed. */
    LOCKED("続けて失敗したため一時停止", "Locked after repeated failures"),
    /** A try while locked; nothing was compared. */
    REFUSED_LOCKED("一時停止中のため拒否", "Refused while locked"),
    /** A try on a disabled account; nothing was compared. */
    REFUSED_DISABLED("停止中のため拒否", "Refused: account disabled"),
    /** The person signed out. */
    SIGNED_OUT("サインアウトした", "Signed out"),
    /** The account was made. */
    CREATED("登録", "Created"),
    /** The account was stopped. */
    DISABLED("停止", "Disabled"),
    /** A stopped account was allowed again. */
    ENABLED("再開", "Enabled"),
    /** A lock was lifted by hand. */
    UNLOCKED("一時停止を解除", "Unlocked"),
    /** A new secret for one-time codes. */
    SECOND_FACTOR_RESET("二要素を再登録", "Second factor reset"),
    /** A new password given by an administrator. */
    PASSWORD_RESET("パスワードを再発行", "Password reset"),
    /** A new password chosen by the person. */
    PASSWORD_CHANGED("パスワードを変更", "Password changed");

    private final Text label;

    Act(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** The sentence on the audit page. */
    public Text label() {
        return label;
    }
}
