package madoguchi.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Reply;
import madoguchi.core.SubsidyAnswer;

/*
 * Nearly every answer at the door is "active" with a coverage of no certificates, or "not found", with nothing about subsidies. Such a reply is written here
 * property by property, in the order in which the mapper writes them. Any other is left to the mapper, and so is one whose texts need an escape.
 * PlainReplyTest holds this writer to the mapper, byte by byte; whoever adds a property to a coverage adds it here, too.
 */

/** 平易な応答 – writes a usual reply as our mapper writes it, in a fraction of the time; any other is left alone. */
final class PlainReply {

    private static final byte[] NOT_FOUND = PlainJson.ascii("{\"answer\":{\"outcome\":\"notFound\"}");
    private static final byte[] ACTIVE = PlainJson.ascii("{\"answer\":{\"outcome\":\"active\",\"coverages\":[");
    private static final byte[] ACTIVE_END = PlainJson.ascii("]}");
    private static final byte[] NEXT = PlainJson.ascii(",");
    private static final byte[] ANSWERED = PlainJson.ascii(",\"answeredAt\":");
    private static final byte[] VERIFICATION = PlainJson.ascii(",\"verification\":");
    private static final byte[] PROOF = PlainJson.ascii(",\"proof\":");
    private static final byte[] REPLY_END = PlainJson.ascii(",\"extras\":[]}");
    private static final byte[] INSURER = PlainJson.ascii("{\"id\":{\"insurer\":");
    private static final byte[] SYMBOL = PlainJson.ascii(",\"symbol\":");
    private static final byte[] NUMBER = PlainJson.ascii(",\"number\":");
    private static final byte[] BRANCH = PlainJson.ascii(",\"branch\":");
    private static final byte[] KIND = PlainJson.ascii("},\"kind\":");
    private static final byte[] RELATION = PlainJson.ascii(",\"relation\":");
    private static final byte[] INSURED = PlainJson.ascii(",\"insuredName\":");
    private static final byte[] WRITTEN = PlainJson.ascii(",\"holder\":{\"name\":{\"written\":");
    private static final byte[] KANA = PlainJson.ascii(",\"kana\":");
    private static final byte[] OTHER = PlainJson.ascii(",\"other\":");
    private static final byte[] OTHER_KANA = PlainJson.ascii(",\"otherKana\":");
    private static final byte[] SEX = PlainJson.ascii("},\"sex\":");
    private static final byte[] SEX_ON_BACK = PlainJson.ascii(",\"sexOnBack\":");
    private static final byte[] BIRTH = PlainJson.ascii(",\"birth\":");
    private static final byte[] ADDRESS = PlainJson.ascii(",\"address\":");
    private static final byte[] POST = PlainJson.ascii(",\"postNumber\":");
    private static final byte[] INSURER_NAME = PlainJson.ascii("},\"insurerName\":");
    private static final byte[] QUALIFIED = PlainJson.ascii(",\"qualified\":{\"from\":");
    private static final byte[] ISSUED = PlainJson.ascii(",\"issued\":");
    private static final byte[] VALID = PlainJson.ascii(",\"cardValid\":{\"from\":");
    private static final byte[] END = PlainJson.ascii(",\"end\":");
    private static final byte[] PERIOD_END = PlainJson.ascii("}");
    private static final byte[] REASON = PlainJson.ascii(",\"lossReason\":");
    private static final byte[] RATE = PlainJson.ascii(",\"rate\":{\"percent\":");
    private static final byte[] PRESCHOOL = PlainJson.ascii(",\"preschool\":");
    private static final byte[] COVERAGE_END = PlainJson.ascii(",\"diseases\":[],\"tickets\":[]}");

    private final PlainJson json = new PlainJson();

    private PlainReply() {}

    /** The reply's text; empty when it has to be written otherwise. */
    static Optional<byte[]> write(Reply reply) {
        boolean usual = reply.subsidies() instanceof SubsidyAnswer.NotAsked
                && reply.referenceNumber().isEmpty()
                && reply.message().isEmpty()
                && reply.extras().isEmpty();
        return usual ? new PlainReply().written(reply) : Optional.empty();
    }

    private Optional<byte[]> written(Reply reply) {
        boolean answered =
                switch (reply.answer()) {
                    case Answer.NotFound() -> notFound();
                    case Answer.Active(var coverages) -> active(coverages);
                    case Answer.ActiveUnregistered _,
                            Answer.Inactive _,
                            Answer.InactiveNewExists _,
                            Answer.Ambiguous _,
                            Answer.Unreachable _,
                            Answer.NotAsked _ -> false;
                };
        if (!answered) {
            return Optional.empty();
        }
        json.raw(ANSWERED);
        json.instant(reply.answeredAt());
        if (reply.verification().isPresent()) {
            json.raw(VERIFICATION);
            json.number(reply.verification().get());
        }
        optional(PROOF, reply.proof());
        json.raw(REPLY_END);
        return json.isPlain() ? Optional.of(json.bytes()) : Optional.empty();
    }

    private boolean notFound() {
        json.raw(NOT_FOUND);
        return true;
    }

    private boolean active(List<Coverage> coverages) {
        json.raw(ACTIVE);
        boolean usual = true;
        for (int i = 0; usual && i < coverages.size(); i++) {
            if (i > 0) {
                json.raw(NEXT);
            }
            usual = isUsual(coverages.get(i));
            coverage(coverages.get(i));
        }
        json.raw(ACTIVE_END);
        return usual;
    }

    private static boolean isUsual(Coverage coverage) {
        return coverage.elderly().isEmpty()
                && coverage.limit().isEmpty()
                && coverage.diseases().isEmpty()
                && coverage.tickets().isEmpty();
    }

    private void coverage(Coverage coverage) {
        id(coverage.id());
        property(KIND, coverage.kind().name());
        optional(RELATION, coverage.relation().map(Enum::name));
        optional(INSURED, coverage.insuredName());
        holder(coverage.holder());
        property(INSURER_NAME, coverage.insurerName());
        optionalPeriod(QUALIFIED, coverage.qualified());
        optionalDay(ISSUED, coverage.issued());
        optionalPeriod(VALID, coverage.cardValid());
        optional(REASON, coverage.lossReason().map(Enum::name));
        if (coverage.rate().isPresent()) {
            json.raw(RATE);
            json.number(coverage.rate().get().percent());
            json.raw(PERIOD_END);
        }
        json.raw(PRESCHOOL);
        json.flag(coverage.preschool());
        json.raw(COVERAGE_END);
    }

    private void id(InsuredId id) {
        property(INSURER, id.insurer().digits());
        optional(SYMBOL, id.symbol());
        property(NUMBER, id.number());
        optional(BRANCH, id.branch());
    }

    private void holder(Holder holder) {
        PersonName name = holder.name();
        property(WRITTEN, name.written());
        optional(KANA, name.kana());
        optional(OTHER, name.other());
        optional(OTHER_KANA, name.otherKana());
        property(SEX, holder.sex().name());
        optional(SEX_ON_BACK, holder.sexOnBack().map(Enum::name));
        json.raw(BIRTH);
        json.day(holder.birth());
        optional(ADDRESS, holder.address());
        optional(POST, holder.postNumber());
    }

    private void property(byte[] name, String value) {
        json.raw(name);
        json.text(value);
    }

    private void optional(byte[] name, Optional<String> value) {
        if (value.isPresent()) {
            property(name, value.get());
        }
    }

    private void optionalDay(byte[] name, Optional<LocalDate> day) {
        if (day.isPresent()) {
            json.raw(name);
            json.day(day.get());
        }
    }

    private void optionalPeriod(byte[] name, Optional<Period> period) {
        if (period.isPresent()) {
            json.raw(name);
            json.day(period.get().from());
            optionalDay(END, period.get().end());
            json.raw(PERIOD_END);
        }
    }
}
