package madoguchi.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import madoguchi.core.Text;

/** 言語 – the language of a screen. Chosen by a switch on every page and kept in a cookie; Japanese unless chosen otherwise. */
public enum Lang {
    /** 日本語. */
    JA,
    /** English. */
    EN;

    /** The name of the cookie that keeps the choice; it holds {@code ja} or {@code en} and nothing else. */
    static final String COOKIE = "lang";

    /** The language chosen for this request. */
    public static Lang of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue().equals(EN.tag()) ? EN : JA;
                }
            }
        }
        return JA;
    }

    /** The sentence in this language. */
    public String of(Text text) {
        return this == JA ? text.ja() : text.en();
    }

    /** One of two sentences: lets a template keep both languages side by side. */
    public String of(String ja, String en) {
        return this == JA ? ja : en;
    }

    /** The language tag for HTML: {@code ja} or {@code en}. */
    public String tag() {
        return this == JA ? "ja" : "en";
    }

    /** The other language, for the switch. */
    public Lang other() {
        return this == JA ? EN : JA;
    }
}
