package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Coverage;
import madoguchi.core.Identification;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.TokenKind;
import madoguchi.core.VisitKind;

/** 台帳の記載 – what one entry of the hub's other registers says about a person. */
public sealed interface Kept {

    /**
     * カードの紐付け – this certificate leads to the person.
     *
     * @param card the certificate
     * @param token what carries it
     * @param predecessor the certificate it took the place of, by renewal
     */
    record CardLink(CardSerial card, TokenKind token, Optional<CardSerial> predecessor) implements Kept {}

    /** 利用登録 – the person's card is used as an insurance card. */
    record Enrolment() implements Kept {}

    /** 照会番号 – the facility knows the person by this number. */
    record Reference(MedicalInstitutionCode facility, ReferenceNumber number) implements Kept {}

    /**
     * 閲覧同意.
     *
     * @param facility who may see
     * @param scope what
     * @param from when it was given
     * @param until the first instant without: its expiry, or when it was withdrawn
     */
    record Consent(MedicalInstitutionCode facility, ConsentScope scope, Instant from, Instant until) implements Kept {}

    /**
     * 居宅同意 – to home visits or online medical care at a facility. It stands until it is taken back: how long one for online care holds is not public.
     *
     * @param facility where
     * @param visit to what kind of care
     * @param method how the holder was identified
     * @param visitDay 受診日, where one is fixed
     * @param from when it was given; 同意日 is its Japanese day
     */
    record VisitConsent(
            MedicalInstitutionCode facility,
            VisitKind visit,
            Identification method,
            Optional<LocalDate> visitDay,
            Instant from)
            implements Kept {}

    /**
     * 資格確認書の交付.
     *
     * @param insurer who issued it
     * @param issued 交付年月日
     * @param why on application or by the insurer's own duty
     */
    record Certificate(InsurerNumber insurer, LocalDate issued, Issuance why) implements Kept {}

    /**
     * 資格情報のお知らせの交付.
     *
     * @param insurer who issued it
     * @param issued 交付年月日
     * @param why on application or by the insurer's own duty
     */
    record Notice(InsurerNumber insurer, LocalDate issued, Issuance why) implements Kept {}

    /**
     * 証の回収 – the insurer has the certificate (資格確認書, or an old card) of a coverage back, since the first day of the entry's period. Another day said of the same coverage takes the place of the first.
     *
     * @param insured the coverage's number, as the insurer registered it
     * @param qualified 資格取得年月日 of that coverage
     */
    record Collection(InsuredId insured, LocalDate qualified) implements Kept {
        /** Whether it is that coverage's certificate: all that names a coverage is the same. */
        boolean isOf(Coverage coverage) {
            InsuredId id = coverage.id();
            return id.insurer().equals(insured.insurer())
                    && id.numberKey().equals(insured.numberKey())
                    && id.symbolKey().equals(insured.symbolKey())
                    && id.branch().equals(insured.branch())
                    && coverage.qualified().map(Period::from).equals(Optional.of(qualified));
        }
    }

    /** 不開示 – the person's data must stay hidden, whatever the insurers' rows say. */
    record Suppression() implements Kept {}

    /** 交付の理由. */
    enum Issuance {
        /** 申請による. */
        APPLICATION,
        /** 職権による. */
        EX_OFFICIO,
        /** 再交付. */
        REPLACEMENT
    }

    /** The register it belongs to. */
    default Kind kind() {
        return switch (this) {
            case CardLink k -> Kind.CARD;
            case Enrolment k -> Kind.ENROLMENT;
            case Reference k -> Kind.REFERENCE_NUMBER;
            case Consent k -> Kind.CONSENT;
            case VisitConsent k -> Kind.VISIT_CONSENT;
            case Certificate k -> Kind.CERTIFICATE;
            case Notice k -> Kind.NOTICE;
            case Collection k -> Kind.COLLECTION;
            case Suppression k -> Kind.SUPPRESSION;
        };
    }

    /** 台帳の種別 – its name stands in the log. */
    enum Kind {
        /** カード. */
        CARD(CardLink.class),
        /** 利用登録. */
        ENROLMENT(Enrolment.class),
        /** 照会番号. */
        REFERENCE_NUMBER(Reference.class),
        /** 閲覧同意. */
        CONSENT(Consent.class),
        /** 居宅同意. */
        VISIT_CONSENT(VisitConsent.class),
        /** 資格確認書. */
        CERTIFICATE(Certificate.class),
        /** 資格情報のお知らせ. */
        NOTICE(Notice.class),
        /** 証の回収. */
        COLLECTION(Collection.class),
        /** 不開示. */
        SUPPRESSION(Suppression.class);

        private final Class<? extends Kept> body;

        Kind(Class<? extends Kept> body) {
            this.body = body;
        }

        Class<? extends Kept> body() {
            return body;
        }
    }
}
