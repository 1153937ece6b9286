package madoguchi.app;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.Period;
import madoguchi.core.Reply;
import madoguchi.core.Wareki;

/** 回答の表 – a reply as lines for a terminal window, in both languages. */
final class ReplyTable {

    private ReplyTable() {}

    static String of(Reply reply) {
        StringBuilder text = new StringBuilder();
        line(text, "資格有効性 validity", validity(reply.answer()));
        for (Coverage coverage : reply.answer().coverages()) {
            coverage(text, coverage);
        }
        line(
                text,
                "回答時刻 answered",
                reply.answeredAt().atZone(Server.TOKYO).toLocalDateTime().toString());
        reply.verification().ifPresent(id -> line(text, "照会記録 verification", id.toString()));
        reply.proof().ifPresent(proof -> line(text, "確認証 proof", proof));
        reply.message().ifPresent(message -> line(text, "メッセージ message", message));
        reply.extras().forEach(extra -> line(text, "未知の項目 " + extra.path(), extra.value()));
        return text.toString().stripTrailing();
    }

    private static void coverage(StringBuilder text, Coverage coverage) {
        line(
                text,
                "氏名 name",
                coverage.holder().name().written() + "（"
                        + coverage.holder().name().reading() + "）");
        line(
                text,
                "生年月日 birth",
                Wareki.format(coverage.holder().birth()) + " "
                        + coverage.holder().birth());
        line(text, "性別 sex", coverage.holder().shownSex().label().toString());
        line(text, "保険者 insurer", coverage.id().insurer() + " " + coverage.insurerName());
        line(
                text,
                "記号・番号・枝番",
                coverage.id().symbol().orElse("–") + " / " + coverage.id().number() + " / "
                        + coverage.id().branch().orElse("–"));
        coverage.qualified().ifPresent(period -> line(text, "資格 qualified", period(period)));
        coverage.lossReason()
                .ifPresent(reason -> line(text, "喪失事由 loss", reason.label().toString()));
        coverage.rate().ifPresent(rate -> line(text, "負担割合 share", rate.label().toString()));
        coverage.elderly()
                .ifPresent(elderly ->
                        line(text, "高齢受給者証 elderly", elderly.rate().label() + " " + period(elderly.valid())));
        coverage.limit()
                .ifPresent(limit -> line(
                        text,
                        "限度額 limit",
                        limit.limitClass().code() + " " + limit.limitClass().label() + " " + period(limit.valid())));
    }

    private static String period(Period period) {
        return period.from() + " ～ " + period.lastDay().map(LocalDate::toString).orElse("");
    }

    private static String validity(Answer answer) {
        return switch (answer) {
            case Answer.Active a -> "● 有効 / active";
            case Answer.ActiveUnregistered a -> "◐ 有効（未登録） / active, ticket not registered";
            case Answer.Inactive a -> "▲ 無効 / inactive";
            case Answer.InactiveNewExists a -> "▲ 無効（新しい資格あり） / inactive, newer coverage exists";
            case Answer.NotFound a -> "◐ 該当資格なし / no such coverage";
            case Answer.Ambiguous a -> "◐ 複数該当（枝番を入れて再照会） / several persons: ask again with the branch number";
            case Answer.Unreachable(var cause, Optional<String> code, var detail) ->
                "✕ 回答なし / no answer (" + cause + ") " + detail;
            case Answer.NotAsked a -> "○ 未照会 / not asked";
        };
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(label).append(": ").append(value).append(System.lineSeparator());
    }
}
