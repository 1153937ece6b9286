package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.web.Form;

/**
 * 選んだ受付 – all that the right side shows of one reception.
 *
 * @param row the reception
 * @param coverages what came; empty when nothing did
 * @param step what to do next
 * @param comparison what is not as before; absent where there is nothing to compare with
 * @param before the earlier reception it was compared with, or whose data stand in while nobody answers
 * @param beforeView the earlier coverage
 * @param history earlier receptions of the same person, newest first
 * @param undoMinutes for how many minutes it can still be taken back; empty when too late
 * @param followUp 事後確認; absent when there is nothing to follow up
 * @param confirmedLater whether it was received without the hub, and confirmed since
 * @param contact a contact as it was typed
 * @param refused what could not be done, in words
 * @param consents 読取機での回答, as lines
 * @param link 診察券としての利用
 * @param subsidies 医療費助成, in a word
 * @param today the day this picture was made: 発行日 of a print
 */
public record Detail(
        Row row,
        List<CoverageView> coverages,
        Step step,
        Optional<Comparison> comparison,
        Optional<Visit> before,
        Optional<CoverageView> beforeView,
        List<Visit> history,
        Optional<Long> undoMinutes,
        Optional<FollowUp> followUp,
        boolean confirmedLater,
        Form contact,
        Optional<Text> refused,
        List<ConsentLine> consents,
        LinkView link,
        SubsidyLine subsidies,
        LocalDate today) {

    /** Copies the lists. */
    public Detail {
        coverages = List.copyOf(coverages);
        history = List.copyOf(history);
        consents = List.copyOf(consents);
    }

    static Detail of(
            Row row,
            List<Visit> history,
            Step step,
            Optional<FollowUp> followUp,
            boolean confirmedLater,
            Form contact,
            Optional<Text> refused,
            LinkView link,
            SubsidyLine subsidies,
            Instant now) {
        Visit visit = row.visit();
        Optional<Visit> before = history.stream()
                .filter(earlier -> earlier.coverage().isPresent())
                .findFirst();
        return new Detail(
                row,
                visit.answer().coverages().stream()
                        .map(coverage -> CoverageView.of(coverage, visit.day()))
                        .toList(),
                step,
                Comparison.of(visit, before),
                before,
                before.flatMap(Visit::coverage).map(coverage -> CoverageView.of(coverage, visit.day())),
                history,
                visit.undoLeft(now).map(left -> left.plusSeconds(59).toMinutes()),
                followUp,
                confirmedLater,
                contact,
                refused,
                ConsentLine.of(visit, now),
                link,
                subsidies,
                LocalDate.ofInstant(now, VisitBook.TOKYO));
    }

    /** The reception. */
    public Visit visit() {
        return row.visit();
    }

    /** Whether the earlier coverage stands in for an answer that did not come. */
    public boolean standsIn() {
        return coverages.isEmpty() && beforeView.isPresent();
    }

    /** Whether the coverage shown is one that ended (旧資格): its number must not be taken for a valid one. */
    public boolean former() {
        return visit().state() == State.INACTIVE;
    }

    /** Where a name or another part lost a character (●). */
    public boolean blackCircle() {
        return row.blackCircle();
    }

    /** One line of the history: day, state and how. */
    public static Text line(Visit earlier) {
        State state = earlier.state();
        Text detail = State.detail(earlier.answer());
        return new Text(
                earlier.day().getYear() + "/" + Days.brief(earlier.day()).ja() + " " + state.mark() + " "
                        + state.word().ja() + detailInBrackets(detail.ja()) + "・"
                        + earlier.kind().label().ja(),
                Days.brief(earlier.day()).en() + " " + earlier.day().getYear() + " " + state.mark() + " "
                        + state.word().en() + detailInBrackets(detail.en()) + ", by "
                        + earlier.kind().label().en());
    }

    private static String detailInBrackets(String detail) {
        return detail.isEmpty() ? "" : "（" + detail + "）";
    }
}
