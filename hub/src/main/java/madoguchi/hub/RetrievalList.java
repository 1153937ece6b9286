package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRetrieval.Wanted;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;
import madoguchi.core.VisitKind;

/*
 * A retrieval becomes questions, which are asked like anybody's: each answer has its entry in the verification log, and shows what an inquiry of that facility for that day shows.
 *
 * Tickets: whoever has one of the month for the facility that was not withdrawn, asked about by the recipient's own number, for the day of the ticket nearest to today.
 * Visits: whoever consented there on such a day and has not taken it back, asked about by the coverage that covers the day, else the last one. The day is today; where it was asked by 受診日, that day, if it is over.
 *
 * Hidden persons (不開示) are not among them; who is hidden between this and the answer comes back as nobody and is left out then (BulkJobs). A ticket whose recipient is in no insurer's file leads to nobody: there is no
 * birth date to ask with.
 */

/** 一括取得の名簿 – whom a retrieval means, as questions. */
final class RetrievalList {

    /**
     * 1人分の問い.
     *
     * @param question about whom
     * @param day 資格確認日
     */
    record Named(BulkQuestion question, LocalDate day) {}

    private final FactStore facts;
    private final RegisterStore registers;

    RetrievalList(DataSource database) {
        this.facts = new FactStore(database);
        this.registers = new RegisterStore(database);
    }

    /** The questions in a fixed order; empty when nobody is meant. */
    List<Named> of(Wanted wanted, MedicalInstitutionCode facility, Instant now) {
        LocalDate today = RegisterFold.day(now);
        return switch (wanted) {
            case Wanted.Tickets(var month) -> tickets(month, facility, today);
            case Wanted.Consented(var visit, var from, var through) ->
                visits(
                        facility,
                        through,
                        visit,
                        consent -> isWithin(RegisterFold.day(consent.from()), from, through),
                        consent -> today);
            case Wanted.Examined(var from, var through) ->
                visits(
                        facility,
                        today,
                        VisitKind.ONLINE,
                        consent -> consent.visitDay()
                                .filter(day -> isWithin(day, from, through))
                                .isPresent(),
                        consent -> consent.visitDay()
                                .filter(day -> day.isBefore(today))
                                .orElse(today));
        };
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate through) {
        return !day.isBefore(from) && !day.isAfter(through);
    }

    // Tickets.

    private List<Named> tickets(YearMonth month, MedicalInstitutionCode facility, LocalDate today) {
        Set<Named> named = new LinkedHashSet<>();
        for (FactStore.Recipient recipient : facts.recipients(facility, month)) {
            LocalDate day = nearest(today, recipient.ticket());
            InsuredId asked = new InsuredId(
                    new InsurerNumber(recipient.payer()), Optional.empty(), recipient.number(), Optional.empty());
            shown(facts.about(asked)).stream()
                    .filter(fact -> fact.isAssistance() && isOf(fact, asked))
                    .map(fact -> new Named(question(fact), day))
                    .forEach(named::add);
        }
        return List.copyOf(named);
    }

    private static boolean isOf(Fact fact, InsuredId asked) {
        InsuredId has = fact.coverage().id();
        return has.insurer().equals(asked.insurer()) && has.numberKey().equals(asked.numberKey());
    }

    /** A ticket shows only on days of its month. */
    private static LocalDate nearest(LocalDate today, MedicalTicket ticket) {
        LocalDate first = later(ticket.month().atDay(1), ticket.valid().from());
        LocalDate last = ticket.valid()
                .lastDay()
                .filter(day -> day.isBefore(ticket.month().atEndOfMonth()))
                .orElse(ticket.month().atEndOfMonth());
        LocalDate day = today.isBefore(first) ? first : today.isAfter(last) ? last : today;
        return YearMonth.from(day).equals(ticket.month()) ? day : ticket.month().atDay(1);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    // Visits.

    /** 同意から日へ. */
    private interface DayOf {
        LocalDate of(Kept.VisitConsent consent);
    }

    private List<Named> visits(
            MedicalInstitutionCode facility,
            LocalDate consentedThrough,
            VisitKind visit,
            Predicate<Kept.VisitConsent> meant,
            DayOf day) {
        Set<Long> persons = registers.visited(facility.digits(), consentedThrough);
        RegisterFold fold = RegisterFold.of(
                registers.about(persons, Set.of(Kept.Kind.VISIT_CONSENT, Kept.Kind.SUPPRESSION)),
                Optional.empty(),
                Set.of());
        Map<Long, LocalDate> days = new LinkedHashMap<>();
        for (RegisterFact fact : fold.live()) {
            if (fact.said() instanceof Kept.VisitConsent consent
                    && consent.facility().equals(facility)
                    && consent.visit() == visit
                    && meant.test(consent)) {
                days.merge(fact.person(), day.of(consent), RetrievalList::later);
            }
        }
        return days.entrySet().stream()
                .flatMap(one -> named(one.getKey(), one.getValue()).stream())
                .toList();
    }

    private Optional<Named> named(long person, LocalDate day) {
        List<Fact> own = shown(facts.ofPerson(person));
        return Stream.concat(
                        own.stream().filter(fact -> fact.coverage().coversDay(day) && !fact.isAssistance()),
                        Stream.concat(
                                own.stream().filter(fact -> fact.coverage().coversDay(day)), own.stream()))
                .findFirst()
                .map(fact -> new Named(question(fact), day));
    }

    // Both.

    /** The coverages that count, the last begun first, without hidden persons. */
    private List<Fact> shown(Collection<Fact> about) {
        Set<Long> persons = about.stream().map(Fact::person).collect(Collectors.toSet());
        Set<Long> hidden = new HashSet<>(Register.hidden(about));
        hidden.addAll(RegisterFold.suppressed(registers.about(persons, Set.of(Kept.Kind.SUPPRESSION))));
        return Register.live(about, Optional.empty()).stream()
                .filter(fact -> !hidden.contains(fact.person()))
                .sorted(Comparator.comparing(RetrievalList::start).reversed().thenComparingLong(Fact::id))
                .toList();
    }

    private static LocalDate start(Fact fact) {
        return fact.coverage().qualified().map(Period::from).orElse(LocalDate.MIN);
    }

    private static BulkQuestion question(Fact fact) {
        return new BulkQuestion(fact.coverage().id(), fact.coverage().holder().birth(), false, Optional.empty());
    }
}
