package madoguchi.json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Reply;
import madoguchi.core.SubsidyAnswer;
import tools.jackson.databind.util.StdConverter;

/**
 * 応答の JSON – as {@link Reply}, but without subsidies where nobody asked for them: so it was written before there were any, in logs and by peers.
 *
 * @param subsidies absent = nobody asked
 */
record ReplyText(
        Answer answer,
        Optional<SubsidyAnswer> subsidies,
        Instant answeredAt,
        Optional<Long> verification,
        Optional<String> proof,
        Optional<String> referenceNumber,
        Optional<String> message,
        List<Reply.Extra> extras) {

    static final class Writing extends StdConverter<Reply, ReplyText> {
        @Override
        public ReplyText convert(Reply reply) {
            return new ReplyText(
                    reply.answer(),
                    Optional.of(reply.subsidies()).filter(told -> !(told instanceof SubsidyAnswer.NotAsked)),
                    reply.answeredAt(),
                    reply.verification(),
                    reply.proof(),
                    reply.referenceNumber(),
                    reply.message(),
                    reply.extras());
        }
    }

    static final class Reading extends StdConverter<ReplyText, Reply> {
        @Override
        public Reply convert(ReplyText text) {
            return new Reply(
                    text.answer,
                    text.subsidies.orElseGet(SubsidyAnswer.NotAsked::new),
                    text.answeredAt,
                    text.verification,
                    text.proof,
                    text.referenceNumber,
                    text.message,
                    text.extras);
        }
    }
}
