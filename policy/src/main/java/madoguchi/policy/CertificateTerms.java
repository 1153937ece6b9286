package madoguchi.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Map;

/**
 * 有効期限の計算 – the terms of a card and of its certificate, counted by the rows of {@code certificate-term} (R-CERT-01 to 06, G-07).
 *
 * <p>A row is taken as it stood on the day on which the card or certificate was issued, and for alert, letter and grace on the day of expiry.
 */
public final class CertificateTerms {

    private final Table terms;
    private final Table states;

    /** Counts by this book; refuses one without the tables {@code certificate-term} and {@code certificate-state}. */
    public CertificateTerms(RuleBook book) {
        this.terms = book.table("certificate-term");
        this.states = book.table("certificate-state");
    }

    /**
     * 日付 – all days of a card and of the certificate on it.
     *
     * @param cardIssued the day of issue of the card
     * @param certificateIssued the day of issue of the certificate, which is renewed without the card
     * @param birth of the holder; an issue before it is refused
     */
    public CardCertificate of(LocalDate cardIssued, LocalDate certificateIssued, LocalDate birth) {
        LocalDate cardEnd = cardEnd(cardIssued, birth);
        LocalDate fifth = birthday(certificateIssued, birth, "certificate");
        return endingOn(fifth.isBefore(cardEnd) ? fifth : cardEnd, cardEnd);
    }

    /** カード本体の期限 – its last valid day: a birthday after the issue, a later one for adults than for minors. */
    public LocalDate cardEnd(LocalDate issued, LocalDate birth) {
        int adultFrom = row("adult-from", issued).then().value("age");
        boolean adult = birthdays(issued, birth).isOfAge(adultFrom, issued);
        return birthday(issued, birth, adult ? "card-adult" : "card-minor");
    }

    /** 日付 – the days around a certificate whose last valid day is known (from the card's face, Mynaportal or the reader). */
    public CardCertificate endingOn(LocalDate end, LocalDate cardEnd) {
        return new CardCertificate(
                cardEnd,
                end,
                end.minusMonths(months("letter", end)),
                end.minusMonths(months("alert", end)),
                grace(end));
    }

    /** 状態 – what the plastic card allows on this day. */
    public Rule ofCard(LocalDate day, CertificatePhase phase) {
        return state("plastic", day, phase);
    }

    /** 状態 – what a phone allows on this day; it has no grace. */
    public Rule ofPhone(LocalDate day, CertificatePhase phase) {
        return state("phone", day, phase);
    }

    private Rule state(String token, LocalDate day, CertificatePhase phase) {
        return states.decide(
                day, states.read(Map.of("token", token, "phase", phase.word())).orElseThrow());
    }

    /* Counted from the end of the month of expiry, so the last day is the end of a month too. */
    private LocalDate grace(LocalDate end) {
        return switch (row("grace-last-day", end).verdict()) {
            case "month-end" ->
                YearMonth.from(end).plusMonths(months("grace", end)).atEndOfMonth();
            default -> throw new IllegalStateException("a last day of grace that is not counted here");
        };
    }

    private LocalDate birthday(LocalDate issued, LocalDate birth, String term) {
        return birthdays(issued, birth).after(issued, row(term, issued).then().value("birthdays"));
    }

    private Birthdays birthdays(LocalDate issued, LocalDate birth) {
        if (issued.isBefore(birth)) {
            throw new IllegalArgumentException("a card is not issued before its holder is born");
        }
        Then leap = row("leap-birthday", issued).then();
        return new Birthdays(birth, MonthDay.of(leap.value("month"), leap.value("day-of-month")));
    }

    private int months(String term, LocalDate day) {
        return row(term, day).then().value("months");
    }

    private Rule row(String term, LocalDate day) {
        return terms.decide(day, terms.read(Map.of("term", term)).orElseThrow());
    }
}
