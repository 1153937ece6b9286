package madoguchi.account;

import madoguchi.core.Text;
import madoguchi.web.Field;

/** 入力欄 – the fields of this module's forms; public because the templates live in a package of their own. */
public final class Fields {

    /** ログイン名, at sign-in. */
    public static final Field LOGIN = new Field(
            "login",
            new Text("ログイン名", "Login name"),
            new Text("管理者から渡された名前", "The name your administrator gave you"),
            true,
            "text",
            "username",
            "text");
    /** パスワード, at sign-in. */
    public static final Field PASSWORD = new Field(
            "password",
            new Text("パスワード", "Password"),
            new Text("全角で打っても同じものとして扱います", "Full-width letters count as the same"),
            true,
            "text",
            "current-password",
            "password");
    /** ワンタイムコード, at sign-in. */
    public static final Field CODE = new Field(
            "code",
            new Text("6桁のコード", "Six-digit code"),
            new Text("認証アプリに今表示されている数字", "The digits your authenticator app shows now"),
            true,
            "numeric",
            "one-time-code",
            "text");
    /** ログイン名 of a new account. */
    public static final Field NEW_LOGIN = Field.text(
            "login",
            new Text("ログイン名", "Login name"),
            new Text("英小文字で始まる3文字以上（例 yamamoto）", "Three or more characters, starting with a letter (e.g. yamamoto)"),
            true);
    /** 氏名 of a new account. */
    public static final Field NEW_NAME = Field.text(
            "name",
            new Text("氏名", "Name"),
            new Text("画面に出る名前（例 山本 薫）", "As shown on screens (e.g. Kaoru Yamamoto)"),
            true);

    private Fields() {}
}
