package madoguchi.policy;

import java.util.Locale;

/** 期限の段階 – how far the certificate of a card has run on a day; the facet {@code phase} of the table {@code certificate-state}. */
public enum CertificatePhase {
    /** お知らせの前. */
    BEFORE_ALERT,
    /** お知らせの期間 – still valid, and the reader shows the renewal alert. */
    ALERT,
    /** 猶予の期間 – expired, but eligibility can still be read. */
    EXPIRED_IN_GRACE,
    /** 猶予の後 – the certificate no longer works; the card itself is within its term. */
    AFTER_GRACE,
    /** カード本体も期限切れ – grace is over, and so is the card itself. */
    CARD_EXPIRED,
    /** わからない – no term is known. */
    UNKNOWN;

    /** 語 – as rule files write it: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
