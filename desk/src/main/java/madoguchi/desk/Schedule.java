package madoguchi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import madoguchi.core.Answer;
import madoguchi.core.Text;

/** 自動の照会の間隔 – when the desk asks again by itself: soon while nobody answers, ever more seldom once somebody did, so that the hub is spared. */
final class Schedule {

    /** How long a reception is asked about: past the day on which its month is claimed. */
    static final Duration LONGEST = Duration.ofDays(45);

    private static final List<Duration> PAUSES = List.of(Duration.ofHours(1), Duration.ofHours(4));
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration ORPHANED = Duration.ofMinutes(5);

    private Schedule() {}

    /** What will happen by itself to a reception that is to be followed up. */
    static Plan of(Standing standing, Instant now) {
        Visit visit = standing.visit();
        if (visit.askedAt().isPresent()) {
            return isOrphaned(visit, now) ? new Plan.WhenBack() : new Plan.Asking();
        }
        if (visit.receivedAt().plus(LONGEST).isBefore(now)) {
            return never("受付から45日を過ぎたので、自動では照会しません。", "45 days have passed; it is not asked about by itself any more.");
        }
        if (!standing.asksByNumber()) {
            return never("この施設では番号の照会をしません。", "This facility does not inquire by number.");
        }
        if (visit.again().isEmpty()) {
            return never("番号が分からないので、自動では照会できません。", "The number is not known, so nothing is asked by itself.");
        }
        return byAnswer(visit);
    }

    private static Plan byAnswer(Visit visit) {
        if (visit.answer() instanceof Answer.Unreachable(var cause, var code, var detail)) {
            return cause == Answer.Cause.REFUSED
                    ? never("要求が受け付けられません。番号を直して照会してください。", "The request was refused. Correct the number and ask.")
                    : new Plan.WhenBack();
        }
        return new Plan.At(visit.triedAt().orElse(visit.receivedAt()).plus(pause(visit)));
    }

    private static Duration pause(Visit visit) {
        long answered = visit.replies().stream()
                .filter(reply -> reply.answer().isFromPeer())
                .count();
        return answered >= 1 && answered <= PAUSES.size() ? PAUSES.get((int) answered - 1) : DAILY;
    }

    /* The question was written down, and then the program ended before the reply. */
    private static boolean isOrphaned(Visit visit, Instant now) {
        return visit.askedAt().map(at -> at.plus(ORPHANED).isBefore(now)).orElse(false);
    }

    private static Plan never(String ja, String en) {
        return new Plan.Never(new Text(ja, en));
    }
}
