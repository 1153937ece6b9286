package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;
import madoguchi.web.EventStreams;
import org.junit.jupiter.api.Test;

/** A reading that came to nothing opens one reception; the same patient's next success takes it back, and a clerk's hand on it keeps it. */
class UnreadTest {

    private final MovableClock clock = new MovableClock(Sample.MORNING);
    private final DataSource database = Database.fresh("desk", Desk::migrate);
    private final VisitBook book =
            new VisitBook(new VisitStore(database), clock, new EventStreams("test", java.time.Duration.ofSeconds(1)));

    private static Arrival unread(String id, String code, boolean phone) {
        Answer nobody = new Answer.Unreachable(
                Answer.Cause.UNREADABLE, Optional.of(code), new Text("読み取れません。", "It cannot be read."));
        return new Arrival(
                id,
                Sample.DAY,
                InquiryKind.CARD,
                Reply.of(nobody, Sample.MORNING),
                Optional.empty(),
                Optional.of(phone));
    }

    private List<Visit> list() {
        return book.ofToday().stream().filter(visit -> !visit.withdrawn()).toList();
    }

    @Test
    void twoFailuresAreOneReceptionWithTheNewerCode() {
        book.failed(unread("f", "001", false));
        book.failed(unread("f", "002", false));
        assertThat(list())
                .singleElement()
                .satisfies(visit -> assertThat(visit.lastTry().orElseThrow().answer())
                        .isInstanceOfSatisfying(
                                Answer.Unreachable.class,
                                nobody -> assertThat(nobody.code()).contains("002")));
    }

    @Test
    void theNextSuccessTakesItBackAndTheLogKeepsIt() {
        book.failed(unread("f", "001", false));
        book.arrived(new Arrival("ok", Sample.DAY, InquiryKind.CARD, Sample.active(Sample.HANAKO)));
        book.madeUpFor("f");
        assertThat(list())
                .singleElement()
                .satisfies(visit -> assertThat(visit.coverage()).isPresent());
        assertThat(book.ofToday()).hasSize(2);
        book.madeUpFor("never seen");
        assertThat(book.ofToday()).hasSize(2);
    }

    @Test
    void whatAClerkHasTakenUpStays() {
        book.failed(unread("f", "001", false));
        String visit = list().getFirst().id();
        book.note(visit, new VisitEvent.Confirmed(EvidenceKind.NOTICE, Optional.empty(), "yamamoto"));
        book.failed(unread("f", "002", false));
        book.madeUpFor("f");
        assertThat(list()).extracting(Visit::id).containsExactly(visit);
    }

    @Test
    void aPhoneAloneLeavesFewerWaysThanACard() {
        book.failed(unread("card", "001", false));
        book.failed(unread("phone", "X-NOEQ", true));
        assertThat(list())
                .extracting(visit -> visit.presented().shown())
                .containsExactly(Shown.CARD, Shown.SMARTPHONE_ONLY_UNREADABLE);
    }
}
