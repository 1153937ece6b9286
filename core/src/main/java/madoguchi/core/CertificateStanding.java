package madoguchi.core;

import java.time.LocalDate;

/** 電子証明書の期限の状態 – of a certificate that opened an answer ({@code jpki-reader.md} §4.2). */
public sealed interface CertificateStanding {

    /** 期限内. */
    record Current() implements CertificateStanding {}

    /** 更新のお知らせの期間 – still valid, the reader shows the renewal alert. */
    record RenewalAlert() implements CertificateStanding {}

    /**
     * 期限切れ・猶予の期間 – eligibility can still be read, nothing medical, and no consent is taken.
     *
     * @param through last day of grace
     */
    record Grace(LocalDate through) implements CertificateStanding {}

    /** 提供の範囲. */
    enum Scope {
        /** すべて – whatever the person consents to. */
        ALL,
        /** 資格情報のみ – eligibility only: no limit class, no specific disease, no medical information, no questions about consent. */
        ELIGIBILITY_ONLY
    }

    /** What may be given out. */
    default Scope scope() {
        return switch (this) {
            case Current c -> Scope.ALL;
            case RenewalAlert a -> Scope.ALL;
            case Grace g -> Scope.ELIGIBILITY_ONLY;
        };
    }
}
