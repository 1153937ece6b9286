package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import madoguchi.core.ConsentScope;
import madoguchi.core.ReaderAnswers;
import madoguchi.core.Text;

/**
 * 同意の行 – one answer given at the card reader, as the reception page shows it.
 *
 * @param what what it is about
 * @param said what was answered; a consent with the moment from which it is over
 * @param open whether it may be used at this moment
 */
public record ConsentLine(Text what, Text said, boolean open) {

    private static final Text NO = new Text("同意なし", "no consent");

    static List<ConsentLine> of(Visit visit, Instant now) {
        return visit.answers().map(answers -> lines(answers, now)).orElse(List.of());
    }

    private static List<ConsentLine> lines(ReaderAnswers answers, Instant now) {
        List<ConsentLine> lines = new ArrayList<>();
        for (ConsentScope scope : ConsentScope.values()) {
            ReaderAnswers.Given given = answers.given().get(scope);
            if (given != null) {
                lines.add(given(scope, given, now));
            } else if (answers.declined().contains(scope)) {
                lines.add(new ConsentLine(scope.label(), NO, false));
            }
        }
        answers.subsidies().ifPresent(use -> lines.add(subsidies(use)));
        return List.copyOf(lines);
    }

    private static ConsentLine given(ConsentScope scope, ReaderAnswers.Given given, Instant now) {
        boolean open = given.until().map(now::isBefore).orElse(true);
        Text until = given.until().map(end -> until(end, open)).orElse(new Text("同意あり", "consented"));
        return new ConsentLine(scope.label(), until, open);
    }

    private static Text until(Instant end, boolean open) {
        Text day = Days.brief(LocalDate.ofInstant(end, VisitBook.TOKYO));
        return open
                ? new Text(
                        "同意あり " + day.ja() + " " + Days.time(end) + " まで",
                        "consented until " + day.en() + " " + Days.time(end))
                : new Text(
                        "同意は " + day.ja() + " " + Days.time(end) + " に終わりました",
                        "consent ended " + day.en() + " " + Days.time(end));
    }

    /* A "no" here and an entitlement that ended look the same in an answer: only the certificate itself can tell. */
    private static ConsentLine subsidies(boolean use) {
        return new ConsentLine(
                new Text("医療費助成の受給者証", "subsidy certificates"),
                use
                        ? new Text("利用する", "to be used")
                        : new Text("利用しない。失効または未連携もありえます。受給者証で確認", "not to be used; see the paper certificate"),
                use);
    }
}
