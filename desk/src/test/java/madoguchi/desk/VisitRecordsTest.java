package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.InquiryKind;
import madoguchi.fixture.Database;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Facility;
import madoguchi.policy.Known;
import madoguchi.policy.Means;
import madoguchi.policy.Occasion;
import madoguchi.policy.Policy;
import madoguchi.policy.Shown;
import madoguchi.policy.Visit;
import org.junit.jupiter.api.Test;

/** What those who claim are told of the visit book. */
class VisitRecordsTest {

    private final DataSource database = Database.fresh("desk", Desk::migrate);
    private final VisitStore store = new VisitStore(database);
    private final Policy policy = new Policy(Rules.BOOK);
    private final VisitRecords records = new VisitRecords(database, () -> policy, Facility.ONLINE);

    private void received(String id, LocalDate day, VisitEvent first, VisitEvent... then) {
        store.begin(id, day, "test/" + id, Sample.MORNING, first);
        Arrays.stream(then).forEach(event -> store.append(id, Sample.MORNING, event));
    }

    private static VisitEvent read(LocalDate day) {
        return new VisitEvent.Arrived(day, InquiryKind.CARD, Sample.active(Sample.HANAKO));
    }

    private static VisitEvent unread(LocalDate day) {
        return new VisitEvent.Arrived(day, InquiryKind.CARD, Sample.silent(Answer.Cause.TERMINAL));
    }

    private static VisitEvent shown(Shown shown, Visit visit) {
        return new VisitEvent.Showed(shown, visit, Occasion.ORDINARY, "yamamoto");
    }

    private static VisitEvent saw(EvidenceKind evidence) {
        return new VisitEvent.Confirmed(evidence, Optional.empty(), "yamamoto");
    }

    private VisitRecord only(String id) {
        return records.find(id).orElseThrow();
    }

    @Test
    void aReadCardWasVerifiedOnlineAndTheCoverageIsKnown() {
        received("a", Sample.DAY, read(Sample.DAY));
        assertThat(only("a").means()).contains(Means.ONLINE_CARD);
        assertThat(only("a").known()).isEqualTo(Known.CURRENT);
    }

    @Test
    void aFirstVisitWithAnUnreadableCardRestsOnTheDeclarationAndNothingIsKnown() {
        received(
                "a",
                Sample.DAY,
                unread(Sample.DAY),
                shown(Shown.CARD_UNREADABLE, Visit.FIRST),
                saw(EvidenceKind.NEITHER));
        assertThat(only("a").means()).as("not settled yet").isEmpty();
        store.append("a", Sample.MORNING, saw(EvidenceKind.DECLARATION));
        assertThat(only("a").means()).contains(Means.DECLARATION);
        assertThat(only("a").known()).isEqualTo(Known.NOTHING);
    }

    @Test
    void theDaysAreThoseOfTheReceptionBothIncludedAndWithdrawnOnesAreLeftOut() {
        LocalDate first = LocalDate.of(2026, 5, 1);
        LocalDate last = LocalDate.of(2026, 5, 31);
        received("april", first.minusDays(1), read(first.minusDays(1)));
        received("first", first, read(first));
        received("taken-back", Sample.DAY, read(Sample.DAY), new VisitEvent.Withdrawn("yamamoto"));
        received("last", last, read(last));
        received("june", last.plusDays(1), read(last.plusDays(1)));
        assertThat(records.between(first, last))
                .extracting(record -> record.visit().id())
                .containsExactlyElementsOf(List.of("first", "last"));
    }

    @Test
    void aReceptionThatIsNotThereIsEmpty() {
        assertThat(records.find("nobody")).isEmpty();
    }
}
