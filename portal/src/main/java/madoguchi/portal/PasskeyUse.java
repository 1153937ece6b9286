package madoguchi.portal;

import madoguchi.stamp.ScreenKind;

/** パスキーで何をするか – a screen or an act for which a log-in by passkey may or may not be enough; each has its row in {@code passkey-use.csv}. */
public enum PasskeyUse {
    /** 健康保険証の画面. */
    HEALTH_INSURANCE,
    /** 医療受給者証の画面. */
    RECIPIENT_CERTIFICATE,
    /** 電子の資格確認書. */
    ELIGIBILITY_CERTIFICATE,
    /** だれが見たか、同意、家族、パスキー. */
    OWN_RECORD,
    /** 資格情報のPDF. */
    ELIGIBILITY_PDF,
    /** 短い番号. */
    SHORT_CODE,
    /** 利用登録とその解除. */
    ENROLMENT,
    /** 代理の登録. */
    DELEGATION,
    /** パスキーの登録. */
    PASSKEY;

    /** The use of a screen or paper. */
    static PasskeyUse of(ScreenKind kind) {
        return switch (kind) {
            case HEALTH_INSURANCE -> HEALTH_INSURANCE;
            case RECIPIENT_CERTIFICATE -> RECIPIENT_CERTIFICATE;
            case ELIGIBILITY_CERTIFICATE -> ELIGIBILITY_CERTIFICATE;
            case OWN_RECORD -> OWN_RECORD;
            case ELIGIBILITY_PDF -> ELIGIBILITY_PDF;
        };
    }
}
