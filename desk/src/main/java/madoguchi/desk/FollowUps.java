package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 事後確認の一覧 – a fold over the log and a question to the rules; nothing is kept. */
final class FollowUps {

    private static final int SHOWN_CONFIRMED_DAYS = 7;

    private final VisitBook book;
    private final NextStep nextStep;

    FollowUps(VisitBook book, NextStep nextStep) {
        this.book = book;
        this.nextStep = nextStep;
    }

    /** How many are open. */
    int count() {
        LocalDate today = book.today();
        return (int) standings().stream()
                .filter(standing -> standing.provisional(today).isPresent())
                .count();
    }

    /** The whole list. */
    FollowUpsView view() {
        Instant now = book.now();
        List<Standing> standings = standings();
        List<FollowUp> open = standings.stream()
                .flatMap(standing -> of(standing, now).stream())
                .sorted(Comparator.comparing(FollowUp::contactIsDue).reversed())
                .toList();
        List<ConfirmedLater> confirmed = standings.stream()
                .filter(Standing::confirmedLater)
                .filter(standing -> !standing.visit().closed() && isRecent(standing.visit()))
                .map(standing -> confirmed(standing, now))
                .toList();
        return new FollowUpsView(open, confirmed);
    }

    /** The entry of one reception; empty when nothing is left to follow up. */
    Optional<FollowUp> of(Standing standing, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, VisitBook.TOKYO);
        return standing.provisional(today)
                .map(why -> new FollowUp(Row.of(standing, 0, now), why, Schedule.of(standing, now), today));
    }

    private ConfirmedLater confirmed(Standing standing, Instant now) {
        Optional<Visit> before = book.before(standing.visit()).stream()
                .filter(earlier -> earlier.coverage().isPresent())
                .findFirst();
        return new ConfirmedLater(Row.of(standing, 0, now), Comparison.of(standing.visit(), before));
    }

    private boolean isRecent(Visit visit) {
        return visit.triedAt()
                .map(at -> !LocalDate.ofInstant(at, VisitBook.TOKYO)
                        .isBefore(book.today().minusDays(SHOWN_CONFIRMED_DAYS)))
                .orElse(false);
    }

    private List<Standing> standings() {
        return book.unfinished().stream().map(nextStep::standing).toList();
    }
}
