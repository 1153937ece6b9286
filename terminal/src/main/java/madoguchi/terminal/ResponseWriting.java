package madoguchi.terminal;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.LimitCertificate;
import madoguchi.core.Reply;
import madoguchi.core.SpecificDisease;

/** 資格確認結果の書出 – one file in the order of the layout ({@code oqs-interface.md} §3.1 to §3.3, §6.1). */
final class ResponseWriting {

    private final Response response;
    private final Reply reply;
    private final OqsCharset charset;
    private final XmlText xml;
    private final ResultWriting result;

    ResponseWriting(Response response, OqsCharset charset) {
        this.response = response;
        this.reply = response.reply();
        this.charset = charset;
        this.xml = new XmlText(charset);
        this.result = new ResultWriting(xml);
    }

    byte[] bytes() {
        xml.group(Tag.ROOT, () -> {
            switch (reply.answer()) {
                case Answer.Active(var coverages) -> answer("1", coverages);
                case Answer.Inactive(var former) -> answer("2", former.stream().toList());
                case Answer.InactiveNewExists(var former) ->
                    answer("3", former.stream().toList());
                case Answer.NotFound() -> answer("4", List.of());
                case Answer.Ambiguous() -> answer("5", List.of());
                case Answer.ActiveUnregistered(var coverage) -> answer("6", List.of(coverage));
                case Answer.Unreachable none -> headerError(none);
                case Answer.NotAsked() -> headerError(Answer.Cause.REFUSED);
            }
        });
        return xml.bytes(charset);
    }

    private void headerError(Answer.Unreachable none) {
        none.code()
                .ifPresentOrElse(
                        code -> header(
                                "9",
                                Optional.of(code),
                                Optional.of(none.detail().ja())),
                        () -> headerError(none.cause()));
    }

    private void headerError(Answer.Cause cause) {
        header("9", Optional.of(Placeholders.code(cause)), Optional.of(Placeholders.message(cause)));
    }

    private void header(String segment, Optional<String> errorCode, Optional<String> errorMessage) {
        xml.group(
                Tag.HEADER,
                () -> xml.leaf(Tag.EXECUTED, Wire.written(reply.answeredAt()))
                        .leaf(Tag.DAY, response.day().map(Wire::written))
                        .leaf(Tag.FACILITY, response.facility().map(facility -> facility.digits()))
                        .leaf(Tag.FILE_IDENTIFIER, response.fileIdentifier())
                        .leaf(Tag.INQUIRY_KIND, response.kind().code())
                        .leaf(Tag.SEGMENT, segment)
                        .leaf(Tag.ERROR_CODE, errorCode)
                        .leaf(Tag.ERROR_MESSAGE, errorMessage)
                        .leaf(Tag.CHARACTER_CODE, charset.code()));
    }

    private void answer(String validity, List<Coverage> coverages) {
        header("1", Optional.empty(), Optional.empty());
        xml.group(Tag.BODY, () -> {
            xml.leaf(Tag.STATUS, "1").leaf(Tag.RESULT_MESSAGE, reply.message()).leaf(Tag.VALIDITY, validity);
            if (!coverages.isEmpty()) {
                xml.group(Tag.RESULTS, () -> coverages.forEach(this::result));
            }
            response.search().ifPresent(search -> SearchInfo.write(xml, search));
        });
    }

    private void result(Coverage coverage) {
        xml.group(Tag.RESULT, () -> {
            result.write(coverage);
            limit(coverage.limit());
            diseases(coverage.diseases());
            result.tickets(coverage.tickets(), response.facility());
            consent(ConsentTags.CHECKUPS);
            consent(ConsentTags.MEDICINES);
            consent(ConsentTags.TREATMENT);
            consent(ConsentTags.OPERATIONS);
            xml.leaf(Tag.REFERENCE_NUMBER, reply.referenceNumber());
        });
    }

    /** Consent is the request's flag; at the reader the patient has consented where there is something to show. */
    private void limit(Optional<LimitCertificate> limit) {
        boolean consent = response.search().map(Search::limitConsent).orElse(limit.isPresent());
        if (consent) {
            xml.leaf(Tag.LIMIT_CONSENT, "1").leaf(Tag.LIMIT_CONSENT_TIME, Wire.written(reply.answeredAt()));
            limit.ifPresent(this::limit);
        }
    }

    private void limit(LimitCertificate limit) {
        xml.group(Tag.LIMIT, () -> {
            xml.leaf(Tag.LIMIT_KIND, limit.kind().code())
                    .leaf(Tag.LIMIT_CLASS, limit.limitClass().code());
            result.day(Tag.LIMIT_ISSUED, limit.issued());
            result.through(Tag.LIMIT_FROM, Tag.LIMIT_THROUGH, limit.valid());
            result.day(Tag.LIMIT_LONG_TERM, limit.longTerm());
        });
    }

    private void consent(ConsentTags tags) {
        response.answers().ifPresent(answers -> tags.write(xml, answers));
    }

    /** Where nobody tells what was answered, the patient has consented where there is something to show. */
    private void diseases(List<SpecificDisease> diseases) {
        if (response.search().isPresent()) {
            return;
        }
        if (response.answers().isPresent()) {
            consent(ConsentTags.DISEASES);
        } else if (!diseases.isEmpty()) {
            xml.leaf(Tag.DISEASE_CONSENT, "1").leaf(Tag.DISEASE_CONSENT_TIME, Wire.written(reply.answeredAt()));
        }
        if (!diseases.isEmpty()) {
            xml.group(Tag.DISEASES, () -> diseases.forEach(this::disease));
        }
    }

    private void disease(SpecificDisease disease) {
        xml.group(Tag.DISEASE, () -> {
            xml.leaf(Tag.DISEASE_CATEGORY, disease.category().code());
            result.day(Tag.DISEASE_ISSUED, disease.issued());
            result.through(Tag.DISEASE_FROM, Tag.DISEASE_THROUGH, disease.valid());
            xml.leaf(Tag.DISEASE_SELF_PAY, Integer.toString(disease.selfPayYen()));
        });
    }
}
