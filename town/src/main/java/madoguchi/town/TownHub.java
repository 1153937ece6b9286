package madoguchi.town;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.CardSerial;
import madoguchi.core.Coverage;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Reply;
import madoguchi.core.Subject;

/**
 * 町の資格確認システム – a brute-force, in-memory twin of the hub over the same registration files. It is the oracle of the real hub's tests: slow, obvious, and written apart from it.
 */
public final class TownHub implements Hub {

    /*
     * Every question folds all rows anew. A coverage is named by 保険者番号, 記号, 番号, 枝番, person and 資格取得年月日; of the rows with one name, the latest recorded up to the instant of
     * knowledge counts, and a 取消 row takes the coverage away. Hiding (不開示) is never asked as of the past: who is hidden now is hidden in every replay.
     */
    private static final Comparator<RegisteredCoverage> BY_START =
            comparing(row -> row.qualified().from());

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Register register;
    private final Clock clock;

    /** Reads all batches at once; those recorded after the clock's now are not seen before their instant comes. */
    public TownHub(List<Batch> batches, Clock clock) {
        this.register = Register.read(batches);
        this.clock = clock;
    }

    @Override
    public Reply inquire(Inquiry inquiry) {
        Instant now = clock.instant();
        return Reply.of(answer(inquiry, now, inquiry.knownAt().orElse(now)), now);
    }

    private Answer answer(Inquiry inquiry, Instant now, Instant knownAt) {
        Set<String> hidden = hiddenAt(now);
        List<RegisteredCoverage> live = coveragesAt(knownAt).stream()
                .filter(row -> !row.withdrawn() && !hidden.contains(row.person()))
                .toList();
        List<RegisteredCoverage> matched =
                switch (inquiry.subject()) {
                    case Subject.ByNumber number ->
                        live.stream().filter(row -> row.matches(number)).toList();
                    case Subject.ByCard(var card) -> held(live, holder(card, knownAt), inquiry.day());
                };
        Set<String> people = matched.stream().map(RegisteredCoverage::person).collect(toSet());
        return switch (people.size()) {
            case 0 -> new Answer.NotFound();
            case 1 -> {
                String person = people.iterator().next();
                List<RegisteredCoverage> own =
                        live.stream().filter(row -> row.person().equals(person)).toList();
                yield latestOn(inquiry.day(), matched)
                        .map(current -> active(current, own, inquiry, knownAt))
                        .orElseGet(() -> inactive(matched, own, inquiry.day()));
            }
            default -> new Answer.Ambiguous();
        };
    }

    private Answer active(RegisteredCoverage current, List<RegisteredCoverage> own, Inquiry inquiry, Instant knownAt) {
        Coverage shown = shown(current, inquiry, knownAt);
        if (current.isAssistance()) {
            return shown.tickets().isEmpty() ? new Answer.ActiveUnregistered(shown) : new Answer.Active(List.of(shown));
        }
        List<RegisteredCoverage> assistance =
                own.stream().filter(RegisteredCoverage::isAssistance).toList();
        Stream<Coverage> beside = latestOn(inquiry.day(), assistance).map(row -> shown(row, inquiry, knownAt)).stream();
        return new Answer.Active(Stream.concat(Stream.of(shown), beside).toList());
    }

    private static Answer inactive(List<RegisteredCoverage> matched, List<RegisteredCoverage> own, LocalDate day) {
        RegisteredCoverage former = former(matched, day);
        Optional<Coverage> shown = Optional.of(former.former());
        boolean newExists = own.stream()
                .anyMatch(row -> !row.isAssistance() && row.covers(day) && BY_START.compare(row, former) > 0);
        return newExists ? new Answer.InactiveNewExists(shown) : new Answer.Inactive(shown);
    }

    private static RegisteredCoverage former(List<RegisteredCoverage> matched, LocalDate day) {
        return matched.stream()
                .filter(row -> !row.qualified().from().isAfter(day))
                .max(BY_START)
                .orElseGet(() -> matched.stream().min(BY_START).orElseThrow());
    }

    private static Optional<RegisteredCoverage> latestOn(LocalDate day, List<RegisteredCoverage> rows) {
        return rows.stream().filter(row -> row.covers(day)).max(BY_START);
    }

    private Coverage shown(RegisteredCoverage row, Inquiry inquiry, Instant knownAt) {
        return row.shown(inquiry, row.isAssistance() ? ticketsAt(knownAt, row, inquiry) : List.of());
    }

    private List<MedicalTicket> ticketsAt(Instant knownAt, RegisteredCoverage row, Inquiry inquiry) {
        return latest(register.tickets(), RegisteredTicket::name, RegisteredTicket::recordedAt, knownAt).stream()
                .filter(ticket -> !ticket.withdrawn())
                .filter(ticket -> ticket.isFor(
                        row.coverage().id(),
                        YearMonth.from(inquiry.day()),
                        inquiry.caller().facility()))
                .map(RegisteredTicket::ticket)
                .toList();
    }

    /** The person whom the card opens on the day of knowing, if they are enrolled then. */
    private Optional<String> holder(CardSerial card, Instant knownAt) {
        LocalDate today = knownAt.atZone(TOKYO).toLocalDate();
        Collection<RegisteredCard> cards =
                latest(register.cards(), RegisteredCard::card, RegisteredCard::recordedAt, knownAt);
        boolean replaced = cards.stream().anyMatch(other -> other.replacedOn(card, today));
        return cards.stream()
                .filter(row -> !replaced && row.card().equals(card) && row.opensOn(today))
                .map(RegisteredCard::person)
                .filter(person -> enrolled(person, today, knownAt))
                .findFirst();
    }

    private boolean enrolled(String person, LocalDate today, Instant knownAt) {
        return latest(register.enrolments(), RegisteredEnrolment::name, RegisteredEnrolment::recordedAt, knownAt)
                .stream()
                .anyMatch(row -> row.person().equals(person)
                        && !row.withdrawn()
                        && row.valid().contains(today));
    }

    /** By card: the insurance; the assistance only where no insurance covers the day while assistance does, or where there never was an insurance. */
    private static List<RegisteredCoverage> held(
            List<RegisteredCoverage> live, Optional<String> holder, LocalDate day) {
        List<RegisteredCoverage> own = live.stream()
                .filter(row -> holder.equals(Optional.of(row.person())))
                .toList();
        boolean onlyAssisted = own.stream().filter(row -> row.covers(day)).allMatch(RegisteredCoverage::isAssistance)
                && own.stream().anyMatch(row -> row.covers(day));
        boolean neverInsured = own.stream().allMatch(RegisteredCoverage::isAssistance);
        return own.stream()
                .filter(row -> row.isAssistance() == (onlyAssisted || neverInsured))
                .toList();
    }

    private Set<String> hiddenAt(Instant now) {
        return coveragesAt(now).stream()
                .filter(RegisteredCoverage::hidden)
                .map(RegisteredCoverage::person)
                .collect(toSet());
    }

    private Collection<RegisteredCoverage> coveragesAt(Instant knownAt) {
        return latest(register.coverages(), RegisteredCoverage::name, RegisteredCoverage::recordedAt, knownAt);
    }

    /* The rows are in order of recording, so the last put under a name is the latest. */
    private static <N, T> Collection<T> latest(
            List<T> rows, Function<T, N> name, Function<T, Instant> recordedAt, Instant knownAt) {
        Map<N, T> latest = new LinkedHashMap<>();
        for (T row : rows) {
            if (!recordedAt.apply(row).isAfter(knownAt)) {
                latest.put(name.apply(row), row);
            }
        }
        return latest.values();
    }
}
