package madoguchi.stamp;

import java.util.Optional;
import madoguchi.core.Text;

/** 画面の種類 – which screen or paper of the portal carries a code. The number stands in the code and never changes its meaning. */
public enum ScreenKind {
    /** 健康保険証の画面 – the health-insurance screen, live. */
    HEALTH_INSURANCE(1, true, "健康保険証の画面", "health-insurance screen"),
    /** 医療受給者証の画面 – live. */
    RECIPIENT_CERTIFICATE(2, true, "医療受給者証の画面", "recipient-certificate screen"),
    /** 電子の資格確認書 – live, with a running clock. */
    ELIGIBILITY_CERTIFICATE(3, true, "電子の資格確認書", "electronic eligibility certificate"),
    /** 本人の記録の画面 – any other screen of the portal (consents, who looked, family): proves nothing at a counter. */
    OWN_RECORD(4, true, "ポータルのほかの画面", "another screen of the portal"),
    /** 資格情報のPDF – saved beforehand, may be printed. */
    ELIGIBILITY_PDF(5, false, "資格情報のPDF", "eligibility PDF");

    private final int number;
    private final boolean live;
    private final Text label;

    ScreenKind(int number, boolean live, String ja, String en) {
        this.number = number;
        this.live = live;
        this.label = new Text(ja, en);
    }

    /** 1 to 7. */
    int number() {
        return number;
    }

    /** Whether it is worth something only while its holder is logged in. */
    public boolean isLive() {
        return live;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }

    static Optional<ScreenKind> numbered(int number) {
        for (ScreenKind kind : values()) {
            if (kind.number == number) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
