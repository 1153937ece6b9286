package madoguchi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import madoguchi.core.Text;
import madoguchi.policy.Kind;
import madoguchi.policy.Shown;
import madoguchi.web.Form;

/** 画面の材料 – folds the log into what the page shows. */
final class Screen {

    private final VisitBook book;
    private final NextStep nextStep;
    private final FollowUps followUps;
    private final StaffCalls calls;
    private final PatientNumberStore numbers;
    private final SubsidyBook subsidies;

    Screen(
            VisitBook book,
            NextStep nextStep,
            FollowUps followUps,
            StaffCalls calls,
            PatientNumberStore numbers,
            SubsidyBook subsidies) {
        this.book = book;
        this.nextStep = nextStep;
        this.followUps = followUps;
        this.calls = calls;
        this.numbers = numbers;
        this.subsidies = subsidies;
    }

    Today today() {
        List<Entry> entries = book.entriesOfToday();
        Instant now = book.now();
        return new Today(
                book.today(),
                now,
                Row.of(Visit.fold(entries).stream().map(nextStep::standing).toList(), now),
                Line.after(entries),
                entries.isEmpty() && book.isEmpty(),
                followUps.count(),
                calls.since());
    }

    FollowUpsView followUps() {
        return followUps.view();
    }

    /** One reception of any day; empty when there is none with this id. */
    Optional<Detail> detail(String id) {
        return detail(id, Form.empty(), Optional.empty());
    }

    /** The same with a contact as it was typed, and with what could not be done. */
    Optional<Detail> detail(String id, Form contact, Optional<Text> refused) {
        return book.find(id).map(visit -> {
            Instant now = book.now();
            Standing standing = nextStep.standing(visit);
            return Detail.of(
                    Row.of(standing, order(visit), now),
                    book.before(visit),
                    nextStep.of(visit),
                    followUps.of(standing, now),
                    standing.confirmedLater(),
                    contact,
                    refused,
                    LinkView.of(visit, numbers),
                    SubsidyLine.of(visit, subsidies.cards(visit)),
                    now);
        });
    }

    /** The words for the patient. */
    Optional<PatientView> patient(String id, PatientView.Speech speech) {
        return book.find(id).map(visit -> PatientView.of(visit, nextStep.of(visit), speech, book.today()));
    }

    /** The sheet for leaving the ladder, with what was chosen and why it cannot be done so. */
    Optional<LeaveView> leave(String id, String chosen, String note, Optional<Text> refusal) {
        List<Kind> reasons = nextStep.leaving().reasons();
        return book.find(id)
                .map(visit -> new LeaveView(
                        Row.of(nextStep.standing(visit), order(visit), book.now()), reasons, chosen, note, refusal));
    }

    Optional<Visit> visit(String id) {
        return book.find(id);
    }

    /** The sheet that asks for a reception again, with what was asked or read before. */
    InquiryView correction(Visit visit, Optional<Shown> shown) {
        return new InquiryView(
                InquiryForm.filled(visit, book.today()),
                UUID.randomUUID().toString(),
                shown.map(visit.presented()::showing).orElse(visit.presented()),
                visit.question().map(Question::limitConsent).orElse(true),
                visit.id());
    }

    /* 0 for a reception of an earlier day. */
    private int order(Visit visit) {
        List<String> ids = book.ofToday().stream().map(Visit::id).toList();
        return ids.indexOf(visit.id()) + 1;
    }
}
