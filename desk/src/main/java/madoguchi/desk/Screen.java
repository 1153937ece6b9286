package madoguchi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 画面の材料 – folds the log into what the page shows. */
final class Screen {

    private final VisitBook book;
    private final NextStep nextStep;

    Screen(VisitBook book, NextStep nextStep) {
        this.book = book;
        this.nextStep = nextStep;
    }

    Today today() {
        List<Entry> entries = book.entriesOfToday();
        Instant now = book.now();
        return new Today(
                book.today(),
                now,
                Row.of(Visit.fold(entries), now),
                Line.after(entries),
                entries.isEmpty() && book.isEmpty());
    }

    /** One reception of any day; empty when there is none with this id. */
    Optional<Detail> detail(String id) {
        return book.find(id).map(visit -> {
            Instant now = book.now();
            return Detail.of(Row.of(visit, order(visit), now), book.before(visit), nextStep.of(visit), now);
        });
    }

    Optional<Visit> visit(String id) {
        return book.find(id);
    }

    /** The sheet that asks for a reception again, with what was asked or read before. */
    InquiryView correction(Visit visit) {
        return new InquiryView(
                InquiryForm.filled(visit, book.today()),
                UUID.randomUUID().toString(),
                visit.shown(),
                visit.firstVisit(),
                visit.question().map(Question::limitConsent).orElse(true),
                visit.id());
    }

    /* 0 for a reception of an earlier day. */
    private int order(Visit visit) {
        List<String> ids = book.ofToday().stream().map(Visit::id).toList();
        return ids.indexOf(visit.id()) + 1;
    }
}
