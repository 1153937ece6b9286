package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 一覧の行 – one reception in the list.
 *
 * @param visit the reception
 * @param order 受付順 of the day, from 1
 * @param time when it came
 * @param who kana; before an answer, what was asked for
 * @param blackCircle a character of the name was lost
 * @param find what the find box searches
 * @param seconds how long it has been asked for; empty when it is not
 * @param badge how it was received, where the state does not say it all
 * @param open whether somebody still has to do something at the counter
 */
public record Row(
        Visit visit,
        int order,
        String time,
        Text who,
        boolean blackCircle,
        String find,
        Optional<Long> seconds,
        Optional<Text> badge,
        boolean open) {

    /** Rows of the receptions that were not taken back, newest first; each keeps its order of arrival. */
    static List<Row> of(List<Standing> standings, Instant now) {
        List<Row> rows = new ArrayList<>();
        for (int i = standings.size() - 1; i >= 0; i--) {
            if (!standings.get(i).visit().withdrawn()) {
                rows.add(of(standings.get(i), i + 1, now));
            }
        }
        return List.copyOf(rows);
    }

    static Row of(Standing standing, int order, Instant now) {
        Visit visit = standing.visit();
        String time = Days.time(visit.receivedAt());
        return new Row(
                visit,
                order,
                time,
                who(visit),
                visit.coverage()
                        .map(coverage -> coverage.holder().name().hasBlackCircle())
                        .orElse(false),
                find(visit, order, time),
                visit.askedAt().map(at -> Math.max(0, now.getEpochSecond() - at.getEpochSecond())),
                standing.badge(LocalDate.ofInstant(now, VisitBook.TOKYO)),
                standing.open());
    }

    private static Text who(Visit visit) {
        return visit.coverage()
                .map(coverage -> Text.same(coverage.holder().name().reading()))
                .or(() -> visit.called().map(Text::same))
                .or(() -> visit.question().map(Row::askedFor))
                .orElseGet(() -> new Text("（氏名不明）", "(name not known)"));
    }

    private static Text askedFor(Question question) {
        return new Text(
                "番号 " + question.insured().number() + "　" + question.birth() + "生",
                "no. " + question.insured().number() + ", born " + question.birth());
    }

    private static String find(Visit visit, int order, String time) {
        List<String> words = new ArrayList<>(List.of(Integer.toString(order), time));
        visit.coverage().ifPresent(coverage -> {
            words.add(coverage.holder().name().reading());
            words.add(coverage.holder().name().written());
            words.add(coverage.id().number());
        });
        visit.called().ifPresent(words::add);
        visit.question().ifPresent(question -> words.add(question.insured().number()));
        visit.reference().ifPresent(words::add);
        return String.join(" ", words);
    }

    /** By card, by number, or by what was shown at the counter alone. */
    public Text how() {
        return visit.question().isEmpty() && visit.replies().isEmpty()
                ? new Text("窓口", "counter")
                : visit.kind().label();
    }

    /** 照会番号 of the facility, where one is linked. */
    public String reference() {
        return visit.reference().orElse("");
    }
}
