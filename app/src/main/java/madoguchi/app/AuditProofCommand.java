package madoguchi.app;

import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Wareki;
import madoguchi.hub.LoggedVerification;
import madoguchi.hub.Proof;
import madoguchi.hub.Proofs;
import madoguchi.hub.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 確認証を照合する – says what a proof of check proves. Exit code 0 when it holds, 1 when it does not. */
@Command(
        name = "proof",
        mixinStandardHelpOptions = true,
        description = "確認証の署名を確かめ、台帳から説明する / check a proof's signature and explain it from the log")
final class AuditProofCommand implements Callable<Integer> {

    @Mixin
    AuditOptions options = new AuditOptions();

    @Parameters(paramLabel = "TOKEN", description = "確認証 / the proof of check")
    String token = "";

    @Option(
            names = "--offline",
            description = "台帳を見ず、署名と確認証の中身だけを見る / look at the signature and the proof only, not at the log")
    boolean offline;

    @Override
    public Integer call() throws Exception {
        Parsed<VerifyingKey> key = options.key();
        if (!key.problems().isEmpty()) {
            key.problems().forEach(System.err::println);
            return Madoguchi.FAILED;
        }
        if (offline) {
            return switch (Proof.parse(token, key.orElseThrow())) {
                case Parsed.Value<Proof>(var proof) -> signed(proof);
                case Parsed.Faults<Proof> faults -> refused(faults);
            };
        }
        try (LocalHub hub = options.open()) {
            return switch (new Proofs(hub.database(), key.orElseThrow()).match(token)) {
                case Parsed.Value<Proofs.Matched>(var matched) -> matched(matched);
                case Parsed.Faults<Proofs.Matched> faults -> refused(faults);
            };
        }
    }

    private static int refused(Parsed.Faults<?> faults) {
        for (Problem problem : faults.problems()) {
            System.out.println("✕ " + problem);
        }
        return Madoguchi.ATTENTION;
    }

    private static int matched(Proofs.Matched matched) {
        return switch (matched) {
            case Proofs.Matched.Confirmed(var proof, var entry) -> {
                signed(proof);
                print(entry);
                System.out.println("● 台帳の記録と一致します / the log holds this very entry");
                yield 0;
            }
            case Proofs.Matched.Different(var proof) -> {
                signed(proof);
                System.out.println(
                        "✕ 台帳の同じ番号の記録と一致しません。台帳が書き換えられたか、別の台帳です。audit verify を実行してください"
                                + " / the log holds another entry under this number: it was changed, or is not this hub's. Run audit verify");
                yield Madoguchi.ATTENTION;
            }
            case Proofs.Matched.Missing(var proof) -> {
                signed(proof);
                System.out.println(
                        "✕ 台帳にこの番号の記録がありません。記録が消されたか、別の台帳です。audit verify を実行してください"
                                + " / the log has no entry of this number: it was removed, or is not this hub's. Run audit verify");
                yield Madoguchi.ATTENTION;
            }
        };
    }

    private static int signed(Proof proof) {
        System.out.println("○ 署名は正しい / the signature is right");
        line("照会記録 entry", Long.toString(proof.entry()));
        line(
                "回答時刻 answered",
                proof.answeredAt().atZone(Server.TOKYO).toLocalDateTime().toString());
        line("資格確認日 day", Wareki.format(proof.day()) + " " + proof.day());
        line("結果 outcome", proof.outcome().label().toString());
        return 0;
    }

    private static void print(LoggedVerification entry) {
        line("医療機関 facility", entry.facility());
        line("端末 terminal", entry.terminal());
        line("操作者 operator", entry.operator());
        line("照会区分 kind", entry.kind());
        line("目的 purpose", entry.purpose().label().toString());
    }

    private static void line(String label, String value) {
        System.out.println(label + ": " + value);
    }
}
