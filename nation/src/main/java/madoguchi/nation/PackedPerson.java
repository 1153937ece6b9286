package madoguchi.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.LossReason;
import madoguchi.core.Period;
import madoguchi.core.Relation;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;

/*
 * A person is two records. The near one is read by every look-up: where the far one is, how many stays, and of each stay what decides. The far one holds readings and addresses, which only the search
 * for an unidentified claim needs; so the pages of the file that a run touches are few.
 */

/** 一人分 – one person's timeline as bytes. */
@SuppressWarnings(
        "EnumOrdinal") // Places of enums are written; FORM changes with them, and a snapshot of another form is
// refused.
final class PackedPerson {

    private static final LossReason[] LOSSES = LossReason.values();
    private static final LimitClass[] CLASSES = LimitClass.values();
    private static final Relation[] RELATIONS = Relation.values();

    /** Which enums in which order this program packs. */
    static final long FORM = Arrays.toString(LOSSES).hashCode() * 31L
            + Arrays.toString(CLASSES).hashCode() * 31L * 31
            + Arrays.toString(RELATIONS).hashCode();

    /** 有無 – which of the optional parts a stay has, a bit for each. */
    private enum Has {
        SYMBOL,
        BRANCH,
        RELATION,
        QUALIFIED,
        ISSUED,
        LOSS,
        COLLECTED,
        RATE,
        ELDERLY,
        LIMIT;

        int bit(boolean there) {
            return there ? 1 << ordinal() : 0;
        }

        boolean in(long flags) {
            return (flags & (1L << ordinal())) != 0;
        }
    }

    private PackedPerson() {}

    static void writeNear(Timeline person, long far, Payers payers, PackedBytes out) {
        out.number(far).number(person.stays().size());
        for (Stay stay : person.stays()) {
            write(stay, payers, out);
        }
    }

    private static void write(Stay stay, Payers payers, PackedBytes out) {
        Coverage coverage = stay.coverage();
        InsuredId id = coverage.id();
        out.number(Has.SYMBOL.bit(id.symbol().isPresent())
                        | Has.BRANCH.bit(id.branch().isPresent())
                        | Has.RELATION.bit(coverage.relation().isPresent())
                        | Has.QUALIFIED.bit(coverage.qualified().isPresent())
                        | Has.ISSUED.bit(coverage.issued().isPresent())
                        | Has.LOSS.bit(coverage.lossReason().isPresent())
                        | Has.COLLECTED.bit(stay.collected().isPresent())
                        | Has.RATE.bit(coverage.rate().isPresent())
                        | Has.ELDERLY.bit(coverage.elderly().isPresent())
                        | Has.LIMIT.bit(coverage.limit().isPresent()))
                .number(payers.of(id.insurer(), coverage.insurerName()))
                .text(id.number())
                .day(coverage.holder().birth());
        id.symbol().ifPresent(out::text);
        id.branch().ifPresent(branch -> out.one(Integer.parseInt(branch)));
        coverage.relation().ifPresent(relation -> out.one(relation.ordinal()));
        coverage.qualified().ifPresent(out::period);
        coverage.issued().ifPresent(day -> out.signed(day.toEpochDay() - since(coverage.qualified())));
        coverage.lossReason().ifPresent(reason -> out.one(reason.ordinal()));
        stay.collected().ifPresent(out::day);
        coverage.rate().ifPresent(rate -> out.one(rate.percent()));
        coverage.elderly()
                .ifPresent(certificate ->
                        out.period(certificate.valid()).one(certificate.rate().percent()));
        coverage.limit()
                .ifPresent(limit ->
                        out.period(limit.valid()).one(limit.limitClass().ordinal()));
    }

    /** Most certificates are issued when the coverage begins. */
    private static long since(Optional<Period> qualified) {
        return qualified.map(period -> period.from().toEpochDay()).orElse(PackedBytes.REFERENCE);
    }

    static void writeFar(Timeline person, PackedBytes out) {
        String reading = "";
        Optional<String> address = Optional.empty();
        for (Stay stay : person.stays()) {
            String nextReading = Needed.readingKey(stay.coverage());
            Optional<String> nextAddress = stay.coverage().holder().address();
            boolean same = nextReading.equals(reading) && nextAddress.equals(address);
            out.one(same ? 0 : nextAddress.isPresent() ? 2 : 1);
            if (!same) {
                out.text(nextReading);
                nextAddress.ifPresent(out::text);
            }
            reading = nextReading;
            address = nextAddress;
        }
    }

    /** The timeline, as {@link Needed#byNumber} leaves it. */
    static Timeline read(PackedView near, Payers payers) {
        near.number();
        return read(near, payers, Optional.empty());
    }

    /** The timeline, as {@link Needed#of} leaves it. */
    static Timeline read(PackedView near, PackedView far, Payers payers) {
        near.number();
        return read(near, payers, Optional.of(far));
    }

    private static Timeline read(PackedView near, Payers payers, Optional<PackedView> far) {
        int count = (int) near.number();
        List<Stay> stays = new ArrayList<>(count);
        String reading = "";
        Optional<String> address = Optional.empty();
        for (int i = 0; i < count; i++) {
            if (far.isPresent()) {
                int form = far.get().one();
                reading = form == 0 ? reading : far.get().text();
                address = form == 0
                        ? address
                        : form == 1 ? Optional.empty() : Optional.of(far.get().text());
            }
            stays.add(stay(near, payers, reading, address));
        }
        return new Timeline(stays);
    }

    private static Stay stay(PackedView in, Payers payers, String reading, Optional<String> address) {
        long flags = in.number();
        Payers.Payer payer = payers.get((int) in.number());
        String number = in.text();
        LocalDate birth = in.day();
        Optional<String> symbol = Has.SYMBOL.in(flags) ? Optional.of(in.text()) : Optional.empty();
        Optional<String> branch = Has.BRANCH.in(flags) ? Payers.branch(in.one()) : Optional.empty();
        Optional<Relation> relation = Has.RELATION.in(flags) ? Optional.of(RELATIONS[in.one()]) : Optional.empty();
        Optional<Period> qualified = Has.QUALIFIED.in(flags) ? Optional.of(in.period()) : Optional.empty();
        Optional<LocalDate> issued = Has.ISSUED.in(flags)
                ? Optional.of(LocalDate.ofEpochDay(in.signed() + since(qualified)))
                : Optional.empty();
        Optional<LossReason> loss = Has.LOSS.in(flags) ? Optional.of(LOSSES[in.one()]) : Optional.empty();
        Optional<LocalDate> collected = Has.COLLECTED.in(flags) ? Optional.of(in.day()) : Optional.empty();
        Optional<CopaymentRate> rate = Has.RATE.in(flags) ? Optional.of(new CopaymentRate(in.one())) : Optional.empty();
        Optional<ElderlyRecipientCertificate> elderly = Has.ELDERLY.in(flags)
                ? Optional.of(
                        new ElderlyRecipientCertificate(Optional.empty(), in.period(), new CopaymentRate(in.one())))
                : Optional.empty();
        Optional<LimitCertificate> limit = Has.LIMIT.in(flags) ? Optional.of(limit(in)) : Optional.empty();
        Holder holder = Needed.holder(reading, birth, address);
        return new Stay(
                new Coverage(
                        new InsuredId(payer.insurer(), symbol, number, branch),
                        CoverageClass.GENERAL,
                        relation,
                        Optional.empty(),
                        holder,
                        payer.name(),
                        qualified,
                        issued,
                        Optional.empty(),
                        loss,
                        rate,
                        false,
                        elderly,
                        limit,
                        List.of(),
                        List.of()),
                collected);
    }

    private static LimitCertificate limit(PackedView in) {
        Period valid = in.period();
        return new LimitCertificate(LimitKind.LIMIT, CLASSES[in.one()], Optional.empty(), valid, Optional.empty());
    }
}
