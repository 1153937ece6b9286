package madoguchi.app;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.subsidy.ApiToken;
import madoguchi.subsidy.MunicipalityCode;
import madoguchi.subsidy.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 自治体のトークン – issues a token, shown once, or revokes one; without either lists them all. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "自治体の機械のトークンを発行する・失効させる・一覧する（文字列は発行のときだけ表示）",
            "issue, revoke or list tokens of municipalities' machines; a token is shown when it is issued, and never again"
        })
final class SubsidyTokenCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Server.TOKYO);

    @Parameters(
            arity = "0..1",
            defaultValue = "",
            paramLabel = "CODE",
            description = "この自治体に発行する（全国地方公共団体コード。省略: 一覧） / issue to this municipality (none: list)")
    String code = "";

    @Option(
            names = "--days",
            defaultValue = "90",
            description = "有効な日数 / valid for so many days (default: ${DEFAULT-VALUE})")
    int days;

    @Option(names = "--note", defaultValue = "", description = "どの機械のためか / for which machine")
    String note = "";

    @Option(names = "--revoke", paramLabel = "NUMBER", description = "この番号を失効させる / revoke this one")
    long revoke;

    @Mixin
    SubsidyOptions options = new SubsidyOptions();

    @Override
    public Integer call() throws Exception {
        try (SubsidyOptions.Opened opened = options.open()) {
            Tokens tokens = opened.hub().tokens();
            if (revoke > 0) {
                return revoked(tokens);
            }
            if (code.isEmpty()) {
                tokens.all().forEach(SubsidyTokenCommand::print);
                return 0;
            }
            return issued(tokens);
        }
    }

    private int issued(Tokens tokens) {
        Parsed<MunicipalityCode> municipality = MunicipalityCode.parse("CODE", code);
        if (municipality instanceof Parsed.Value<MunicipalityCode>(var known)
                && tokens.issue(known, days, note, "cli") instanceof Parsed.Value<Tokens.Issued>(var token)) {
            System.err.println("この文字列は今だけ表示されます / shown now and never again:");
            System.out.println(token.text());
            return 0;
        }
        municipality.problems().forEach(System.err::println);
        Tokens.faults(days, note).forEach(System.err::println);
        return Madoguchi.FAILED;
    }

    private int revoked(Tokens tokens) {
        boolean valid = tokens.revoke(revoke, "cli");
        System.out.println(valid ? "失効させました / revoked" : "使えるトークンではありません / worth nothing already, or there is none");
        return valid ? 0 : Madoguchi.FAILED;
    }

    private static void print(ApiToken token) {
        ApiToken.State state = token.state(Clock.system(Server.TOKYO).instant());
        System.out.printf(
                "%d  %s  %s %s  ～%s  最後の利用 last used %s  %s%n",
                token.number(),
                token.municipality().digits(),
                state.sign(),
                state.label(),
                TIME.format(token.expires()),
                token.lastUsed().map(TIME::format).orElse("－"),
                token.note());
    }
}
