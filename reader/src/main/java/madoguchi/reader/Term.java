package madoguchi.reader;

import java.time.LocalDate;
import java.time.YearMonth;
import madoguchi.core.TokenKind;

/** 電子証明書の期限の段階 – what the end of a certificate means on a day ({@code jpki-reader.md} §4.2). The end of a certificate is never the end of the insurance. */
public enum Term {
    /** 期限内. */
    USUAL,
    /** 期限が近い – still good; the renewal notice is shown first. */
    ALERT,
    /** 猶予期間 – ended, but the insurance data are still given; nothing else is. Cards only. */
    GRACE,
    /** 期限切れ – nothing is given. */
    ENDED;

    /**
     * The term of a certificate on a day.
     *
     * @param lastDay its last good day, inclusive
     * @param kind phones have no grace
     * @param day 資格確認日
     * @param settings how many months before and after count
     */
    public static Term of(LocalDate lastDay, TokenKind kind, LocalDate day, Settings settings) {
        if (!day.isAfter(lastDay)) {
            return day.isBefore(lastDay.minusMonths(settings.alertMonths())) ? USUAL : ALERT;
        }
        return kind == TokenKind.CARD && !day.isAfter(graceEnd(lastDay, settings)) ? GRACE : ENDED;
    }

    /** 猶予期間の最終日, inclusive: the end of the month so many months after the month in which the certificate ended. */
    public static LocalDate graceEnd(LocalDate lastDay, Settings settings) {
        return YearMonth.from(lastDay).plusMonths(settings.graceMonths()).atEndOfMonth();
    }
}
