package madoguchi.core;

import java.time.LocalDate;

/** 照会の対象 – how an inquiry says whom it is about. The 照会区分 follows from it. */
public sealed interface Subject {

    /**
     * 番号による – by what is written on a certificate.
     *
     * @param insured 記号・番号 asked for; symbol and branch may be absent
     * @param birth 生年月日
     */
    record ByNumber(InsuredId insured, LocalDate birth) implements Subject {
        /** Never prints the person. */
        @Override
        public String toString() {
            return "ByNumber[…]";
        }
    }

    /**
     * カードによる – by the certificate on a card or phone that was opened in front of a reader (face or PIN). Neither number nor birth date is known to the asker.
     *
     * @param card the certificate
     */
    record ByCard(CardSerial card) implements Subject {
        /** Never prints the card. */
        @Override
        public String toString() {
            return "ByCard[…]";
        }
    }

    /** 照会区分. */
    default InquiryKind kind() {
        return switch (this) {
            case ByNumber number -> InquiryKind.NUMBER;
            case ByCard card -> InquiryKind.CARD;
        };
    }
}
