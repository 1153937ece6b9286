package madoguchi.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.Wareki;
import madoguchi.hub.HttpHub;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 番号で照会する – asks a running hub over HTTPS with the facility's certificate, and prints a table or JSON. */
@Command(
        name = "inquire",
        mixinStandardHelpOptions = true,
        description = {
            "番号で照会する / inquire by number",
            "値を省いたオプションは尋ねられる（履歴に残らない） / an option without its value is asked for, so it stays out of the shell's history"
        })
final class InquireCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = "--insurer",
            required = true,
            interactive = true,
            echo = true,
            arity = "0..1",
            description = "保険者番号 / insurer number")
    String insurer = "";

    @Option(names = "--symbol", interactive = true, echo = true, arity = "0..1", description = "記号 / symbol")
    String symbol = "";

    @Option(
            names = "--number",
            required = true,
            interactive = true,
            echo = true,
            arity = "0..1",
            description = "番号 / number")
    String number = "";

    @Option(names = "--branch", interactive = true, echo = true, arity = "0..1", description = "枝番 / branch number")
    String branch = "";

    @Option(
            names = "--birth",
            required = true,
            interactive = true,
            echo = true,
            arity = "0..1",
            description = "生年月日（S62.4.12、19870412 など） / date of birth")
    String birth = "";

    @Option(names = "--day", description = "資格確認日（省略: 今日） / day asked about (default: today)")
    @Nullable
    String day;

    @Option(names = "--known-at", description = "いつ時点の登録で答えるか（例 2026-11-01T09:00+09:00） / as known at this instant")
    @Nullable
    String knownAt;

    @Option(names = "--json", description = "JSON で表示する / print JSON")
    boolean json;

    @Option(
            names = "--hub-url",
            defaultValue = "${env:MADOGUCHI_HUB_URL:-https://localhost:8443}",
            description = "照会先 / hub (default: ${DEFAULT-VALUE})")
    URI hubUrl = URI.create("https://localhost:8443");

    @Option(
            names = "--pki",
            defaultValue = "${env:MADOGUCHI_PKI:-var/pki}",
            description = "証明書のフォルダー / folder of certificates (default: ${DEFAULT-VALUE})")
    Path pki = Path.of("var/pki");

    @Option(
            names = "--facility",
            defaultValue = "${env:MADOGUCHI_FACILITY:-1319999913}",
            description = "医療機関コード / facility (default: ${DEFAULT-VALUE})")
    String facility = "";

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.system(Server.TOKYO);
        Parsed<Inquiry> inquiry = inquiry(LocalDate.now(clock));
        if (!inquiry.problems().isEmpty()) {
            inquiry.problems().forEach(System.err::println);
            return 2;
        }
        Hub hub = new HttpHub(Tls.client(new DevelopmentCa(pki, clock), facility), hubUrl, PATIENCE, clock);
        Reply reply = hub.inquire(inquiry.orElseThrow());
        System.out.println(
                json
                        ? CoreJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(reply)
                        : ReplyTable.of(reply));
        return reply.answer().isFromPeer() ? 0 : Madoguchi.ATTENTION;
    }

    private Parsed<Inquiry> inquiry(LocalDate today) {
        Parsed<InsuredId> id = InsuredId.parse(insurer, symbol, number, branch);
        Parsed<LocalDate> born = Wareki.parse("birth", birth);
        Parsed<LocalDate> asked = day == null ? Parsed.of(today) : Wareki.parse("day", day);
        Parsed<Optional<Instant>> known = knownAt();
        Parsed<MedicalInstitutionCode> code = MedicalInstitutionCode.parse("facility", facility);
        List<Problem> problems = new ArrayList<>(Parsed.problems(id, born, asked, known, code));
        return problems.isEmpty()
                ? Parsed.of(new Inquiry(
                        new Subject.ByNumber(id.orElseThrow(), born.orElseThrow()),
                        asked.orElseThrow(),
                        known.orElseThrow(),
                        true,
                        false,
                        new Caller(code.orElseThrow(), "cli", System.getProperty("user.name", "cli"))))
                : new Parsed.Faults<>(problems);
    }

    private Parsed<Optional<Instant>> knownAt() {
        try {
            return Parsed.of(Optional.ofNullable(knownAt)
                    .map(text -> OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeParseException unreadable) {
            return Parsed.fault("known-at", "例: 2026-11-01T09:00+09:00", "Example: 2026-11-01T09:00+09:00");
        }
    }
}
