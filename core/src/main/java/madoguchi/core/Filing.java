package madoguchi.core;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** 届出 – what a facility registers with the hub about a patient. */
public sealed interface Filing {

    /** Who registers it; the facility is the one it is about. */
    Caller caller();

    /**
     * 照会番号の登録・解除.
     *
     * @param insured 記号・番号 of the patient; symbol and branch may be absent
     * @param birth 生年月日; the official interface does not carry it ({@code oqs-interface.md} §7.2), and without it the number alone must fit one person
     * @param number the facility's number of the patient
     * @param unlink takes the link back instead of making it
     * @param caller who registers it
     */
    record Reference(
            InsuredId insured, Optional<LocalDate> birth, ReferenceNumber number, boolean unlink, Caller caller)
            implements Filing {
        /** Never prints the person. */
        @Override
        public String toString() {
            return "Reference[facility=" + caller.facility() + "]";
        }
    }

    /**
     * 閲覧同意の登録・取消.
     *
     * @param subject whose consent it is, usually by card
     * @param scopes what may be seen; at least one
     * @param withdraw takes the consents back instead of giving them
     * @param caller who may see
     */
    record Consent(Subject subject, Set<ConsentScope> scopes, boolean withdraw, Caller caller) implements Filing {
        /** Copies the set; throws {@link IllegalArgumentException} when it is empty. */
        public Consent {
            scopes = Set.copyOf(scopes);
            if (scopes.isEmpty()) {
                throw new IllegalArgumentException("a consent names at least one scope");
            }
        }
    }

    /**
     * 居宅同意の登録 – consent to care away from the counter. It proves nothing by itself: whoever files it has had the card opened.
     *
     * @param subject whose consent it is, by card
     * @param visit to what kind of care
     * @param visitDay 受診日, where one is fixed
     * @param method 本人確認方法
     * @param caller at whose facility
     */
    record VisitConsent(
            Subject subject, VisitKind visit, Optional<LocalDate> visitDay, Identification method, Caller caller)
            implements Filing {}

    /**
     * 居宅同意の取消 – every consent of this kind that the person gave at the facility and has not taken back.
     *
     * @param subject whose consents
     * @param visit to what kind of care
     * @param caller at whose facility
     */
    record VisitWithdrawal(Subject subject, VisitKind visit, Caller caller) implements Filing {}
}
