package madoguchi.terminal;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.InquiryKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Reply;

/**
 * 資格確認結果 – the content of an {@code OQSsiquc01res_} or {@code …res_face_} file (OQS-IF-002, {@code oqs-interface.md} §3).
 *
 * @param day 資格確認日
 * @param facility 医療機関コード
 * @param fileIdentifier 任意のファイル識別子: the request's, or in face files a token of the terminal
 * @param kind 照会区分
 * @param search 照会用情報の写し; absent in face files and header errors
 * @param reply the answer
 */
public record Response(
        Optional<LocalDate> day,
        Optional<MedicalInstitutionCode> facility,
        Optional<String> fileIdentifier,
        InquiryKind kind,
        Optional<Search> search,
        Reply reply) {

    /** The answer to a request, echoing what the request carried. */
    static Response to(Request request, Reply reply) {
        return new Response(
                Optional.of(request.day()),
                Optional.of(request.facility()),
                request.fileIdentifier(),
                InquiryKind.NUMBER,
                Optional.of(request.search()),
                reply);
    }
}
