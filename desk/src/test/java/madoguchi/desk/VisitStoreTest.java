package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.InquiryKind;
import madoguchi.core.Text;
import madoguchi.fixture.Database;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Occasion;
import madoguchi.policy.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class VisitStoreTest {

    private final DataSource database = Database.fresh("desk", Desk::migrate);
    private final VisitStore store = new VisitStore(database);

    @Test
    void whatIsWrittenIsReadBackWhole() {
        var arrived = new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.active(Sample.SACHIKO));
        List<VisitEvent> events = List.of(
                arrived,
                new VisitEvent.Asked(Sample.ABOUT_HANAKO, "yamamoto"),
                new VisitEvent.Began(Sample.DAY, Optional.of("ミホン"), "yamamoto"),
                new VisitEvent.Replied(Sample.silent(Answer.Cause.OVERLOAD)),
                new VisitEvent.Showed(
                        Shown.NOTICE,
                        madoguchi.policy.Visit.RETURNING_WITHOUT_RECORD,
                        Occasion.SCHOOL_EVENT,
                        "yamamoto"),
                new VisitEvent.Confirmed(EvidenceKind.DECLARATION, Optional.of("R-FB-05"), "yamamoto"),
                new VisitEvent.SteppedBack("yamamoto"),
                new VisitEvent.Left("other", new Text("その他", "other"), Optional.of("後日"), "M-LEAVE.other", "yamamoto"),
                new VisitEvent.Contacted(
                        Sample.DAY, Contact.Outcome.WILL_BRING, Optional.of(Sample.DAY.plusDays(3)), "yamamoto"),
                new VisitEvent.Closed("yamamoto"),
                new VisitEvent.Reopened("yamamoto"),
                new VisitEvent.Withdrawn("yamamoto"));
        store.begin("a", Sample.DAY, "arrival/1", Sample.MORNING, arrived);
        events.subList(1, events.size()).forEach(event -> store.append("a", Sample.MORNING, event));
        assertThat(store.of("a")).extracting(Entry::event).containsExactlyElementsOf(events);
        assertThat(store.of("a")).extracting(Entry::at).containsOnly(Sample.MORNING);
    }

    @Test
    void theSameSourceBeginsOneReception() {
        var arrived = new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.active(Sample.HANAKO));
        assertThat(store.begin("a", Sample.DAY, "arrival/1", Sample.MORNING, arrived))
                .isEqualTo("a");
        assertThat(store.begin("b", Sample.DAY, "arrival/1", Sample.MORNING, arrived))
                .isEqualTo("a");
        assertThat(store.receivedBetween(Sample.DAY, Sample.DAY)).hasSize(1);
    }

    @Test
    void onlyReceptionsOfTheDayAreListed() {
        var arrived = new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.active(Sample.HANAKO));
        store.begin("a", Sample.DAY.minusDays(1), "arrival/1", Sample.MORNING, arrived);
        store.begin("b", Sample.DAY, "arrival/2", Sample.MORNING, arrived);
        assertThat(store.receivedBetween(Sample.DAY, Sample.DAY))
                .extracting(Entry::visit)
                .containsExactly("b");
    }

    @Test
    void earlierReceptionsOfTheSamePersonAreFoundByNumberOrByTheFacilitysOwnNumber() {
        store.begin("a", Sample.DAY, "form/1", Sample.MORNING, new VisitEvent.Asked(Sample.ABOUT_HANAKO, "y"));
        store.begin(
                "b",
                Sample.DAY,
                "arrival/2",
                Sample.MORNING,
                new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.active(Sample.SACHIKO)));
        assertThat(store.about(List.of(Person.key(Sample.HANAKO_ID, Sample.BIRTH)), 10))
                .extracting(Entry::visit)
                .containsExactly("a");
        assertThat(store.about(List.of("ref/P000123"), 10))
                .extracting(Entry::visit)
                .containsExactly("b");
    }

    @Test
    void unfinishedIsWhatTheHubHasNotConfirmedAndWhatWentOnWithoutIt() {
        var read = new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.active(Sample.HANAKO));
        var unread = new VisitEvent.Arrived(Sample.DAY, InquiryKind.CARD, Sample.silent(Answer.Cause.TERMINAL));
        var confirmed = new VisitEvent.Replied(Sample.active(Sample.HANAKO));
        store.begin("read", Sample.DAY, "1", Sample.MORNING, read);
        store.begin("unread", Sample.DAY, "2", Sample.MORNING, unread);
        store.begin("read again", Sample.DAY, "3", Sample.MORNING, unread);
        store.append("read again", Sample.MORNING, confirmed);
        store.begin("confirmed later", Sample.DAY, "4", Sample.MORNING, unread);
        store.append(
                "confirmed later",
                Sample.MORNING,
                new VisitEvent.Confirmed(EvidenceKind.NOTICE, Optional.of("R-FB-01.line"), "y"));
        store.append("confirmed later", Sample.MORNING, confirmed);
        store.begin("begun", Sample.DAY, "5", Sample.MORNING, new VisitEvent.Began(Sample.DAY, Optional.empty(), "y"));
        store.begin("long ago", Sample.DAY.minusDays(1), "6", Sample.MORNING, unread);
        assertThat(store.unfinishedSince(Sample.DAY))
                .extracting(Entry::visit)
                .containsOnly("unread", "confirmed later", "begun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update desk.visit_event set at = now()",
                "delete from desk.visit_event",
                "truncate desk.visit_event",
                "update desk.visit set received_day = received_day",
                "delete from desk.visit",
            })
    void theLogRefusesAnyChange(String change) {
        store.begin("a", Sample.DAY, "form/1", Sample.MORNING, new VisitEvent.Asked(Sample.ABOUT_HANAKO, "y"));
        assertThatThrownBy(() -> JdbcClient.create(database).sql(change).update())
                .hasMessageContaining("append-only");
        assertThat(store.of("a")).hasSize(1);
    }
}
