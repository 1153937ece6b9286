package madoguchi.terminal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.InquiryKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 回答の作成 – from a request to the bytes of its answer, by asking the hub in the facility's name.
 *
 * @param facility 医療機関コード of the terminal
 */
record Answering(MedicalInstitutionCode facility, Hub hub, Clock clock, OqsCharset charset) {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    /** The hub's answer; a header error for a request in another facility's name, which is not asked. */
    byte[] answer(Request request) {
        return written(request, request.facility().equals(facility) ? ask(request) : none(Answer.Cause.REFUSED));
    }

    /** A header error without asking. */
    byte[] systemError(Request request) {
        return written(request, none(Answer.Cause.HUB));
    }

    /** A reader result: 照会区分 1, an opaque token for identifier, no search info. */
    byte[] face(Reply reply, LocalDate day, Optional<ReaderAnswers> answers) {
        String token =
                "FaCe" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + "=";
        Response response = new Response(
                Optional.of(day),
                Optional.of(facility),
                Optional.of(token),
                InquiryKind.CARD,
                Optional.empty(),
                reply,
                answers);
        return Responses.write(response, charset);
    }

    private byte[] written(Request request, Reply reply) {
        return Responses.write(Response.to(request, reply), charset);
    }

    private Reply ask(Request request) {
        try {
            return hub.inquire(request.inquiry(new Caller(facility, "OQS", "terminal")));
        } catch (RuntimeException broken) {
            LOG.error("the hub failed", broken);
            return none(Answer.Cause.HUB);
        }
    }

    private Reply none(Answer.Cause cause) {
        Text words = Text.same(Placeholders.message(cause));
        return Reply.of(new Answer.Unreachable(cause, Optional.empty(), words), clock.instant());
    }
}
