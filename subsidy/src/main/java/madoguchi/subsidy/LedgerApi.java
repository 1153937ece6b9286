package madoguchi.subsidy;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.function.BiFunction;
import madoguchi.charge.LedgerOf;
import madoguchi.charge.SharedLedgers;
import madoguchi.charge.SharedLedgers.Told;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.web.MachineAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/**
 * 共有の上限額管理票（HTTP） – a SIMULATION, its path and form are OURS. {@code POST /api/subsidies/ledgers} asks for a ledger, {@code POST /api/subsidies/ledger-entries} adds facts to it. In whose name is read from the client
 * certificate, whose common name is the 医療機関コード, and from nothing else. No identifier stands in an address.
 *
 * <p>200 the ledger as it stands, with what was added · 404 there is no shared ledger of it, for whatever reason · 409 somebody was sooner: the ledger as it stands, nothing was written · 422 what is against the entries,
 * nothing was written · 400, 401, 403, 413 for what is no such request · 503 come again.
 */
@RestController
public final class LedgerApi {

    /** Where ledgers are asked for. */
    public static final String PATH = "/api/subsidies/ledgers";

    /** Where facts are added. */
    public static final String ENTRIES = "/api/subsidies/ledger-entries";

    private static final int LONGEST = 64 * 1024;

    private final CapLedgers ledgers;

    LedgerApi(CapLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /** A ledger; a {@link LedgerOf} as JSON. */
    @PostMapping(PATH)
    ResponseEntity<String> read(InputStream body, @Nullable Principal facility) throws IOException {
        return asked(body, LedgerOf.class, facility, SharedLedgers::read);
    }

    /** Adds facts: {@code ledger}, {@code seenYen}, {@code facts}, {@code operator}. */
    @PostMapping(ENTRIES)
    ResponseEntity<String> write(InputStream body, @Nullable Principal facility) throws IOException {
        return asked(
                body,
                LedgerWire.Entry.class,
                facility,
                (shared, entry) -> shared.write(entry.ledger(), entry.seenYen(), entry.facts(), entry.operator()));
    }

    private <Q> ResponseEntity<String> asked(
            InputStream body, Class<Q> kind, @Nullable Principal facility, BiFunction<SharedLedgers, Q, Told> asking)
            throws IOException {
        if (facility == null) {
            return refused(HttpStatus.UNAUTHORIZED, "医療機関の証明書が要ります。", "A facility's certificate is needed.");
        }
        if (!(MedicalInstitutionCode.parse("certificate", facility.getName())
                instanceof Parsed.Value<MedicalInstitutionCode>(var code))) {
            return refused(HttpStatus.FORBIDDEN, "証明書が医療機関のものではありません。", "The certificate is not that of a facility.");
        }
        byte[] text = body.readNBytes(LONGEST + 1);
        if (text.length > LONGEST) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "大きすぎます。", "It is too long.");
        }
        Q question;
        try {
            question = LedgerWire.MAPPER.readValue(text, kind);
        } catch (JacksonException unreadable) {
            return refused(HttpStatus.BAD_REQUEST, "読めません。書き方を確かめてください。", "It cannot be read. Check its form.");
        }
        return question == null
                ? refused(HttpStatus.BAD_REQUEST, "空です。", "It is empty.")
                : told(asking.apply(ledgers.of(code), question));
    }

    private static ResponseEntity<String> told(Told told) {
        return switch (told) {
            case Told.Kept kept -> json(HttpStatus.OK, kept);
            case Told.Overtaken(var now) -> json(HttpStatus.CONFLICT, now);
            case Told.Refused(var problems) -> json(HttpStatus.UNPROCESSABLE_CONTENT, new LedgerWire.Refusal(problems));
            case Told.NotKept() ->
                refused(HttpStatus.NOT_FOUND, "共有の上限額管理票はありません。", "There is no shared ledger of it.");
            case Told.Unreachable(var detail, var perhapsWritten) ->
                MachineAnswer.later(LedgerWire.MAPPER.writeValueAsString(
                        new LedgerWire.Refusal(List.of(new Problem("ledger", detail)))));
        };
    }

    private static ResponseEntity<String> refused(HttpStatus status, String ja, String en) {
        return json(status, new LedgerWire.Refusal(List.of(Problem.at("ledger", ja, en))));
    }

    private static ResponseEntity<String> json(HttpStatus status, Object body) {
        return MachineAnswer.of(status, LedgerWire.MAPPER.writeValueAsString(body));
    }
}
