package madoguchi.terminal;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.InquiryKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.ReaderAnswers;
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
 * @param answers 読取機での回答; in face files only
 */
public record Response(
        Optional<LocalDate> day,
        Optional<MedicalInstitutionCode> facility,
        Optional<String> fileIdentifier,
        InquiryKind kind,
        Optional<Search> search,
        Reply reply,
        Optional<ReaderAnswers> answers) {

    /** A result that tells nothing of what was answered at a reader. */
    public Response(
            Optional<LocalDate> day,
            Optional<MedicalInstitutionCode> facility,
            Optional<String> fileIdentifier,
            InquiryKind kind,
            Optional<Search> search,
            Reply reply) {
        this(day, facility, fileIdentifier, kind, search, reply, Optional.empty());
    }

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
