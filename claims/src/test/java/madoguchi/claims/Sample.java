package madoguchi.claims;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Subject;
import madoguchi.policy.Known;
import madoguchi.policy.Means;
import madoguchi.policy.Shown;
import madoguchi.town.Town;
import madoguchi.town.TownHub;
import madoguchi.town.Townsperson;

/** 見本の診療所 – the town on 21 November 2026, and receptions of its people. */
final class Sample {

    static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T03:00:00Z"), ZoneId.of("Asia/Tokyo"));
    static final Town TOWN = Town.load();
    static final Hub HUB = new TownHub(TOWN.batches(), NOW);
    static final Caller CALLER = new Caller(TOWN.clinic().facility(), "desk", "hanako");

    private Sample() {}

    static Townsperson person(String key) {
        return TOWN.person(key);
    }

    /** A reception at which this number was confirmed by the hub, whatever it said. */
    static ClaimVisit visit(Townsperson person, LocalDate day) {
        Answer answer = HUB.inquire(person.inquiry(day, CALLER)).answer();
        return new ClaimVisit(
                "visit-" + person.key() + "-" + day,
                day,
                answer,
                Optional.of(new Subject.ByNumber(person.id(), person.birth())),
                Optional.of(Means.ONLINE_CARD),
                Known.CURRENT,
                Shown.CARD,
                false,
                Optional.of("proof"),
                List.of(),
                false,
                false,
                List.of());
    }

    static ClaimVisits visits(ClaimVisit... visits) {
        return new ClaimVisits() {
            @Override
            public List<ClaimVisit> of(YearMonth month) {
                return Arrays.stream(visits)
                        .filter(visit -> YearMonth.from(visit.day()).equals(month))
                        .toList();
            }

            @Override
            public Optional<Statement> statement(String visit) {
                return Optional.empty();
            }
        };
    }

    static BeforeSubmission check(ClaimVisits visits, Hub hub, Asking asking) {
        return new BeforeSubmission(visits, hub, CALLER, asking);
    }

    static List<CheckedReceipt> checked(byte[] file, ClaimVisits visits) {
        return checked(file, visits, HUB);
    }

    static List<CheckedReceipt> checked(byte[] file, ClaimVisits visits, Hub hub) {
        List<CheckedReceipt> told = new ArrayList<>();
        ClaimFileCheck.run(
                new ByteArrayInputStream(file), check(visits, hub, Asking.NEEDED), told::add, position -> {});
        return told;
    }

    static List<String> rules(CheckedReceipt receipt) {
        return receipt.findings().stream().map(ClaimFinding::rule).toList();
    }

    /** A hub that answers each day of one person by another id. */
    static Hub byDay(LocalDate change, Answer before, Answer after) {
        return new Hub() {
            @Override
            public madoguchi.core.Reply inquire(Inquiry inquiry) {
                return madoguchi.core.Reply.of(inquiry.day().isBefore(change) ? before : after, NOW.instant());
            }
        };
    }
}
