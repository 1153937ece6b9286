package madoguchi.settle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.LossReason;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Scheme;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.uke.InventedPatient;

/*
 * A history is made of the patient's index alone (and the seed), as the receipt of InventedClaims is, so both can be made for any number of people without keeping one of them. How often a history
 * is troubled is given; which trouble it is, is drawn with equal chance: the shares are not those of the country.
 */

/** 作りものの資格の経過 – SIMULATION: what the registers hold about the patients of invented receipts, with every trouble that settling knows. The same seed makes the same histories. */
public final class InventedHistories {

    private static final InsurerNumber[] INSURERS = {
        new InsurerNumber("06139984"),
        new InsurerNumber("139998"),
        new InsurerNumber("01139997"),
        new InsurerNumber("34139998")
    };
    private static final int LATE = 75;
    private static final int OLD = 70;

    /** 資格の誤り – what is wrong with a history, in view of a claim that names the patient's own coverage. */
    private enum Trouble {
        BRANCH,
        NOBODY,
        NAMESAKE,
        TWINS,
        MOVED_BEFORE,
        MOVED_WITHIN,
        MOVED_TWICE,
        LOST_BEFORE,
        LOST_WITHIN,
        COLLECTED,
        DIED,
        DIED_WITHIN,
        TWO_AT_ONCE,
        BACK_AGAIN,
        SHARE,
        RENUMBERED
    }

    private static final Trouble[] TROUBLES = Trouble.values();

    private final long seed;
    private final YearMonth month;
    private final int perThousand;

    /**
     * Histories yet to be asked for.
     *
     * @param seed that of the claims
     * @param month 診療年月 of the claims
     * @param perThousand how many of a thousand histories are troubled
     */
    public InventedHistories(long seed, YearMonth month, int perThousand) {
        this.seed = seed;
        this.month = month;
        this.perThousand = perThousand;
    }

    /** The people whom the registers hold for the patient of one receipt, by its index counted from 0: usually one, two for twins, none for nobody. */
    public List<Timeline> people(long index) {
        InventedPatient patient = InventedPatient.of(seed, index, month.atDay(1));
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L - index - 1);
        if (random.nextInt(1000) >= perThousand) {
            return List.of(usual(patient, random));
        }
        return troubled(patient, random, TROUBLES[random.nextInt(TROUBLES.length)]);
    }

    private Timeline usual(InventedPatient patient, SplittableRandom random) {
        Stay now = stay(patient, random, patient.id(), Period.startingOn(longAgo(random)));
        if (random.nextInt(4) > 0) {
            return new Timeline(List.of(now));
        }
        LocalDate since = now.coverage().qualified().orElseThrow().from();
        return new Timeline(
                List.of(now, stay(patient, random, other(patient, random), Period.until(since.minusYears(3), since))));
    }

    private LocalDate longAgo(SplittableRandom random) {
        return month.atDay(1).minusDays(60 + random.nextInt(4000));
    }

    private List<Timeline> troubled(InventedPatient patient, SplittableRandom random, Trouble trouble) {
        LocalDate start = longAgo(random);
        LocalDate before = month.atDay(1).minusDays(random.nextInt(40));
        LocalDate within = month.atDay(2 + random.nextInt(26));
        InsuredId own = patient.id();
        InsuredId next = other(patient, random);
        return switch (trouble) {
            case NOBODY -> List.of();
            case BRANCH -> one(stay(patient, random, branched(own, "09"), Period.startingOn(start)));
            case NAMESAKE ->
                one(stay(patient, random, numbered(own, own.number(), "namesake"), Period.startingOn(start)));
            case TWINS ->
                List.of(
                        new Timeline(List.of(stay(patient, random, branched(own, "03"), Period.startingOn(start)))),
                        new Timeline(List.of(stay(
                                patient,
                                random,
                                branched(own, random.nextBoolean() ? "00" : "04"),
                                Period.startingOn(start)))));
            case MOVED_BEFORE -> moved(patient, random, next, start, before);
            case MOVED_WITHIN -> moved(patient, random, next, start, within);
            case MOVED_TWICE ->
                one(
                        stay(patient, random, own, Period.until(start, month.atDay(8))),
                        stay(patient, random, next, Period.until(month.atDay(8), month.atDay(19))),
                        stay(patient, random, again(patient, random), Period.startingOn(month.atDay(19))));
            case LOST_BEFORE -> one(stay(patient, random, own, Period.until(start, before)));
            case LOST_WITHIN -> one(stay(patient, random, own, Period.until(start, within)));
            case COLLECTED ->
                one(
                        collected(
                                stay(patient, random, own, Period.until(start, before)),
                                before.plusDays(random.nextInt(20) - 5)),
                        stay(patient, random, next, Period.startingOn(before)));
            case DIED -> one(died(stay(patient, random, own, Period.until(start, before))));
            case DIED_WITHIN -> one(died(stay(patient, random, own, Period.until(start, within))));
            case TWO_AT_ONCE ->
                one(
                        stay(patient, random, own, Period.until(start, before)),
                        stay(patient, random, next, Period.startingOn(before)),
                        stay(
                                patient,
                                random,
                                again(patient, random),
                                Period.startingOn(before.plusDays(random.nextInt(9)))));
            case BACK_AGAIN ->
                one(
                        stay(patient, random, next, Period.until(month.atDay(7), month.atDay(20))),
                        stay(patient, random, own, Period.startingOn(month.atDay(20))),
                        stay(patient, random, own, Period.until(start, month.atDay(7))));
            case SHARE ->
                one(
                        stay(patient, random, own, Period.until(start, within)),
                        shared(stay(patient, random, next, Period.startingOn(within)), random));
            case RENUMBERED ->
                moved(
                        patient,
                        random,
                        numbered(own, own.number() + "1", own.symbol().orElse("")),
                        start,
                        within);
        };
    }

    private static List<Timeline> one(Stay... stays) {
        return List.of(new Timeline(List.of(stays)));
    }

    private List<Timeline> moved(
            InventedPatient patient, SplittableRandom random, InsuredId next, LocalDate start, LocalDate day) {
        return one(
                stay(patient, random, patient.id(), Period.until(start, day)),
                stay(patient, random, next, Period.startingOn(day)));
    }

    private static InsuredId other(InventedPatient patient, SplittableRandom random) {
        return new InsuredId(
                INSURERS[random.nextInt(INSURERS.length)],
                Optional.of("転" + random.nextInt(100)),
                "0" + (500_000_000 + patient.index()),
                Optional.of("00"));
    }

    private static InsuredId again(InventedPatient patient, SplittableRandom random) {
        return new InsuredId(
                INSURERS[random.nextInt(INSURERS.length)],
                Optional.empty(),
                Long.toString(700_000_000 + patient.index()),
                Optional.of("01"));
    }

    private static InsuredId branched(InsuredId id, String branch) {
        return id.branch().isEmpty() ? id : new InsuredId(id.insurer(), id.symbol(), id.number(), Optional.of(branch));
    }

    private static InsuredId numbered(InsuredId id, String number, String symbol) {
        return new InsuredId(id.insurer(), Optional.of(symbol).filter(text -> !text.isEmpty()), number, id.branch());
    }

    private Stay stay(InventedPatient patient, SplittableRandom random, InsuredId id, Period period) {
        LocalDate birth = patient.birth();
        boolean late = id.insurer().scheme() == Scheme.LATE_ELDERLY;
        boolean old = !late && !month.atEndOfMonth().isBefore(birth.plusYears(OLD));
        boolean over = birth.plusYears(LATE).isBefore(month.atDay(1));
        Period valid = new Period(period.from(), period.end());
        return new Stay(new Coverage(
                id,
                CoverageClass.GENERAL,
                late ? Optional.empty() : Optional.of(patient.dependent() ? Relation.DEPENDENT : Relation.INSURED),
                Optional.empty(),
                new Holder(
                        PersonName.of(patient.kanji(), patient.kana()),
                        patient.sex(),
                        Optional.empty(),
                        birth,
                        Optional.of("東京都港区架空町" + patient.index() % 97 + "番"),
                        Optional.empty()),
                "架空保険者" + id.insurer().digits(),
                Optional.of(period),
                random.nextInt(5) > 0 ? Optional.of(period.from()) : Optional.empty(),
                Optional.empty(),
                period.end().map(end -> LossReason.OTHER_COVERAGE),
                late ? Optional.of(new CopaymentRate(10)) : Optional.empty(),
                false,
                old
                        ? Optional.of(new ElderlyRecipientCertificate(
                                Optional.empty(), valid, new CopaymentRate(over ? 10 : 20)))
                        : Optional.empty(),
                random.nextBoolean()
                        ? Optional.of(new LimitCertificate(
                                LimitKind.LIMIT,
                                random.nextInt(4) > 0 ? LimitClass.A03 : LimitClass.A04,
                                Optional.empty(),
                                valid,
                                Optional.empty()))
                        : Optional.empty(),
                List.of(),
                List.of()));
    }

    private static Stay collected(Stay stay, LocalDate day) {
        return new Stay(stay.coverage(), Optional.of(day));
    }

    private static Stay died(Stay stay) {
        return changed(stay, Optional.of(LossReason.DEATH), stay.coverage().elderly());
    }

    private static Stay shared(Stay stay, SplittableRandom random) {
        if (stay.coverage().elderly().isEmpty()) {
            return stay;
        }
        Period valid = stay.coverage().qualified().orElseThrow();
        return changed(
                stay,
                stay.coverage().lossReason(),
                Optional.of(new ElderlyRecipientCertificate(
                        Optional.empty(), valid, new CopaymentRate(10 + 10 * random.nextInt(3)))));
    }

    private static Stay changed(Stay stay, Optional<LossReason> loss, Optional<ElderlyRecipientCertificate> elderly) {
        Coverage was = stay.coverage();
        return new Stay(
                new Coverage(
                        was.id(),
                        was.kind(),
                        was.relation(),
                        was.insuredName(),
                        was.holder(),
                        was.insurerName(),
                        was.qualified(),
                        was.issued(),
                        was.cardValid(),
                        loss,
                        was.rate(),
                        was.preschool(),
                        elderly,
                        was.limit(),
                        was.diseases(),
                        was.tickets()),
                stay.collected());
    }
}
