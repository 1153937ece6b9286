package madoguchi.subsidy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.HeldSubsidies;
import madoguchi.core.PersonKey;
import madoguchi.core.Subsidies;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyAnswer.Absence;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.SubsidyInquiry;
import madoguchi.core.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/*
 * Why nothing is told, in this order, so that nothing depends on the person that need not: the person did not want it (nobody looks), the facility does not take part
 * (nobody looks), nothing is registered or it must stay hidden, municipality or scheme does not take part, nothing holds on the day. Somebody hidden costs the same
 * questions to the database as somebody unknown, and neither is answered sooner than after EVEN.
 */

/** 受給者証の台帳 – answers what is registered, for facilities and for the holder's own screen. */
final class SubsidyRegister implements Subsidies, HeldSubsidies {

    private static final Logger LOG = LoggerFactory.getLogger(SubsidyRegister.class);
    private static final Duration EVEN = Duration.ofMillis(10);

    /** A question that waits longer for the database is over; the asker went on long before. */
    private static final int SECONDS = 5;

    private static final Text DOWN = new Text(
            "医療費助成の情報を確認できません。紙の受給者証を確認してください。", "Subsidies cannot be looked up now. Check the paper certificate.");

    private final SubsidyFactStore facts;
    private final ParticipationStore participation;
    private final Clock clock;

    SubsidyRegister(DataSource database, Clock clock) {
        this.facts = SubsidyFactStore.hurried(database, SECONDS);
        this.participation = ParticipationStore.hurried(database, SECONDS);
        this.clock = clock;
    }

    @Override
    public SubsidyAnswer inquire(SubsidyInquiry inquiry) {
        return switch (inquiry.use()) {
            case NOT_ASKED -> new SubsidyAnswer.NotAsked();
            case DECLINE -> new SubsidyAnswer.Nothing(Absence.DECLINED);
            case USE -> looked(inquiry);
        };
    }

    private SubsidyAnswer looked(SubsidyInquiry inquiry) {
        long begun = System.nanoTime();
        try {
            SubsidyAnswer answer = answer(inquiry, inquiry.knownAt().orElseGet(clock::instant));
            if (answer instanceof SubsidyAnswer.Nothing(Absence why) && why == Absence.NONE) {
                waitUntil(begun + EVEN.toNanos());
            }
            return answer;
        } catch (DataAccessException broken) {
            LOG.error("subsidies cannot be read: {}", broken.getClass().getSimpleName());
            return new SubsidyAnswer.Unreachable(Answer.Cause.HUB, DOWN);
        }
    }

    private SubsidyAnswer answer(SubsidyInquiry inquiry, Instant knownAt) {
        LocalDate day = inquiry.day();
        if (participation
                .facility(inquiry.facility(), knownAt)
                .filter(facility -> facility.isOn(day))
                .isEmpty()) {
            return new SubsidyAnswer.Nothing(Absence.FACILITY_NOT_CONNECTED);
        }
        SubsidyFold fold = SubsidyFold.of(facts.of(inquiry.person()), knownAt);
        if (fold.isEmpty()) {
            return new SubsidyAnswer.Nothing(Absence.NONE);
        }
        Connections connections = new Connections(knownAt);
        List<SubsidyFact> valid = fold.on(day);
        List<SubsidyFact> told =
                valid.stream().filter(fact -> connections.isOn(fact, day)).toList();
        if (told.isEmpty()) {
            return new SubsidyAnswer.Nothing(valid.isEmpty() ? Absence.ENDED : Absence.SCHEME_NOT_CONNECTED);
        }
        if (inquiry.knownAt().isEmpty()) {
            told.forEach(fact ->
                    participation.used(fact.municipality(), fact.version().type(), clock.instant()));
        }
        return new SubsidyAnswer.Found(told.stream()
                .map(fact -> fact.version().certificate())
                .sorted(order())
                .toList());
    }

    /** By payer number, so that the same answer is always written the same; the order in which subsidies are applied is another matter. */
    private static Comparator<SubsidyCertificate> order() {
        return Comparator.comparing((SubsidyCertificate one) -> one.payer().orElse(""))
                .thenComparing(SubsidyCertificate::name)
                .thenComparing(one -> one.subKey().orElse(""));
    }

    /** 参加の確認 – asks once for each municipality. */
    private final class Connections {

        private final Instant knownAt;
        private final Map<MunicipalityCode, Map<String, Participant>> known = new HashMap<>();

        Connections(Instant knownAt) {
            this.knownAt = knownAt;
        }

        boolean isOn(SubsidyFact fact, LocalDate day) {
            Participant type = known.computeIfAbsent(
                            fact.municipality(), municipality -> participation.types(municipality, knownAt))
                    .get(fact.version().type());
            return type != null && type.isOn(day);
        }
    }

    @Override
    public Listing of(PersonKey person, LocalDate day) {
        try {
            Instant now = clock.instant();
            Connections connections = new Connections(now);
            return new Listing.Listed(SubsidyFold.of(facts.of(person), now).all().stream()
                    .map(fact -> new Held(
                            fact.version().certificate(),
                            standing(fact.version().certificate(), day),
                            connections.isOn(fact, day)))
                    .sorted(Comparator.comparing(Held::standing)
                            .thenComparing(held -> held.certificate().valid().from(), Comparator.reverseOrder())
                            .thenComparing(Held::certificate, order()))
                    .toList());
        } catch (DataAccessException broken) {
            LOG.error("subsidies cannot be read: {}", broken.getClass().getSimpleName());
            return new Listing.Unreachable(Answer.Cause.HUB, DOWN);
        }
    }

    private static Standing standing(SubsidyCertificate certificate, LocalDate day) {
        if (certificate.valid().contains(day)) {
            return Standing.CURRENT;
        }
        return day.isBefore(certificate.valid().from()) ? Standing.UPCOMING : Standing.ENDED;
    }

    private static void waitUntil(long end) {
        for (long left = end - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }
}
