package madoguchi.terminal;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Caller;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 資格確認要求 – the content of an {@code OQSsiquc01req_} file (OQS-IF-001, {@code oqs-interface.md} §2).
 *
 * @param day 資格確認日
 * @param facility 医療機関コード as the file says it
 * @param fileIdentifier 任意のファイル識別子, up to 50 characters, echoed in the answer
 * @param search who is asked about
 */
public record Request(LocalDate day, MedicalInstitutionCode facility, Optional<String> fileIdentifier, Search search) {

    /** The question to put to a hub. */
    Inquiry inquiry(Caller caller) {
        return Inquiry.byNumber(search.insured(), search.birth(), day, search.limitConsent(), caller);
    }
}
