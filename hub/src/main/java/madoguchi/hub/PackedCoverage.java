package madoguchi.hub;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
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
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;
import madoguchi.core.Relation;
import madoguchi.core.Sex;
import madoguchi.core.SpecificDisease;
import madoguchi.core.SpecificDiseaseCategory;

/*
 * Every field, in one fixed order, written and read by two methods that mirror each other. Days are distances: from the first day of the coverage, where it has
 * one, else from birth. An insurer's number and name are one word; so are a town and its post number.
 */

/** 詰めた資格 – a coverage in some sixty bytes, without loss. */
final class PackedCoverage {

    private static final LocalDate EPOCH = LocalDate.EPOCH;

    /** Everything that the bytes take for granted: when any of it changes, bytes written before cannot be read. */
    static final String FORM = "1"
            + List.of(
                    Lists.CLASSES,
                    Lists.RELATIONS,
                    Lists.SEXES,
                    Lists.REASONS,
                    Lists.KINDS,
                    Lists.LIMITS,
                    Lists.DISEASES);

    /** The code lists by their present order. */
    private static final class Lists {
        private static final List<CoverageClass> CLASSES = List.of(CoverageClass.values());
        private static final List<Relation> RELATIONS = List.of(Relation.values());
        private static final List<Sex> SEXES = List.of(Sex.values());
        private static final List<LossReason> REASONS = List.of(LossReason.values());
        private static final List<LimitKind> KINDS = List.of(LimitKind.values());
        private static final List<LimitClass> LIMITS = List.of(LimitClass.values());
        private static final List<SpecificDiseaseCategory> DISEASES = List.of(SpecificDiseaseCategory.values());
    }

    private PackedCoverage() {}

    static void write(Packing to, Coverage coverage) {
        InsuredId id = coverage.id();
        Holder holder = coverage.holder();
        LocalDate birth = holder.birth();
        LocalDate base = coverage.qualified().map(Period::from).orElse(birth);
        to.bits(Lists.CLASSES.indexOf(coverage.kind()), 4);
        to.flag(coverage.preschool());
        to.shared(id.insurer().digits(), coverage.insurerName());
        to.optional(id.symbol(), PackedCoverage::symbol);
        to.text(id.number());
        to.optional(id.branch(), Packing::text);
        to.optional(coverage.relation(), (packing, relation) -> packing.bits(Lists.RELATIONS.indexOf(relation), 1));
        to.bits(Lists.SEXES.indexOf(holder.sex()), 2);
        to.optional(holder.sexOnBack(), (packing, sex) -> packing.bits(Lists.SEXES.indexOf(sex), 2));
        to.day(EPOCH, birth);
        PackedName.write(to, holder.name(), coverage.insuredName());
        PackedAddress.write(to, holder.address(), holder.postNumber());
        to.optional(coverage.qualified(), (packing, days) -> period(packing, birth, days));
        to.optional(coverage.issued(), (packing, day) -> packing.day(base, day));
        to.optional(coverage.cardValid(), (packing, days) -> period(packing, base, days));
        to.optional(coverage.lossReason(), (packing, reason) -> packing.bits(Lists.REASONS.indexOf(reason), 2));
        to.optional(coverage.rate(), PackedCoverage::rate);
        to.optional(coverage.elderly(), (packing, certificate) -> elderly(packing, base, certificate));
        to.optional(coverage.limit(), (packing, certificate) -> limit(packing, base, certificate));
        to.optional(
                some(coverage.diseases()), (packing, list) -> all(packing, list, (p, one) -> disease(p, base, one)));
        to.optional(some(coverage.tickets()), (packing, list) -> all(packing, list, (p, one) -> ticket(p, base, one)));
    }

    static Coverage read(Unpacking from) {
        CoverageClass kind = Lists.CLASSES.get(from.bits(4));
        boolean preschool = from.flag();
        String[] insurer = from.pair();
        InsuredId id = new InsuredId(
                new InsurerNumber(insurer[0]),
                from.optional(Unpacking::text),
                from.text(),
                from.optional(Unpacking::text));
        Optional<Relation> relation = from.optional(unpacking -> Lists.RELATIONS.get(unpacking.bits(1)));
        Sex sex = Lists.SEXES.get(from.bits(2));
        Optional<Sex> sexOnBack = from.optional(unpacking -> Lists.SEXES.get(unpacking.bits(2)));
        LocalDate birth = from.day(EPOCH);
        PackedName names = PackedName.read(from);
        PackedAddress address = PackedAddress.read(from);
        Optional<Period> qualified = from.optional(unpacking -> period(unpacking, birth));
        LocalDate base = qualified.map(Period::from).orElse(birth);
        return new Coverage(
                id,
                kind,
                relation,
                names.insured(),
                new Holder(names.holder(), sex, sexOnBack, birth, address.address(), address.postNumber()),
                insurer[1],
                qualified,
                from.optional(unpacking -> unpacking.day(base)),
                from.optional(unpacking -> period(unpacking, base)),
                from.optional(unpacking -> Lists.REASONS.get(unpacking.bits(2))),
                from.optional(PackedCoverage::rate),
                preschool,
                from.optional(unpacking -> elderly(unpacking, base)),
                from.optional(unpacking -> limit(unpacking, base)),
                from.optional(unpacking -> all(unpacking, one -> disease(one, base)))
                        .orElse(List.of()),
                from.optional(unpacking -> all(unpacking, one -> ticket(one, base)))
                        .orElse(List.of()));
    }

    /** A symbol of digits is short as it is; one in kanji is an employer's or a town's, and many have it. */
    private static void symbol(Packing to, String symbol) {
        if (isAscii(symbol)) {
            to.text(symbol);
        } else {
            to.shared(symbol);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static void rate(Packing to, CopaymentRate rate) {
        to.number(rate.percent());
    }

    private static CopaymentRate rate(Unpacking from) {
        return new CopaymentRate((int) from.number());
    }

    private static void elderly(Packing to, LocalDate base, ElderlyRecipientCertificate certificate) {
        rarely(to, base, certificate.issued());
        rarePeriod(to, base, certificate.valid());
        rate(to, certificate.rate());
    }

    private static ElderlyRecipientCertificate elderly(Unpacking from, LocalDate base) {
        return new ElderlyRecipientCertificate(rarely(from, base), rarePeriod(from, base), rate(from));
    }

    private static void limit(Packing to, LocalDate base, LimitCertificate certificate) {
        to.number(Lists.KINDS.indexOf(certificate.kind()));
        to.number(Lists.LIMITS.indexOf(certificate.limitClass()));
        rarely(to, base, certificate.issued());
        rarePeriod(to, base, certificate.valid());
        rarely(to, base, certificate.longTerm());
    }

    private static LimitCertificate limit(Unpacking from, LocalDate base) {
        return new LimitCertificate(
                Lists.KINDS.get((int) from.number()),
                Lists.LIMITS.get((int) from.number()),
                rarely(from, base),
                rarePeriod(from, base),
                rarely(from, base));
    }

    private static void disease(Packing to, LocalDate base, SpecificDisease disease) {
        to.number(Lists.DISEASES.indexOf(disease.category()));
        rarely(to, base, disease.issued());
        rarePeriod(to, base, disease.valid());
        to.signed(disease.selfPayYen());
    }

    private static SpecificDisease disease(Unpacking from, LocalDate base) {
        return new SpecificDisease(
                Lists.DISEASES.get((int) from.number()), rarely(from, base), rarePeriod(from, base), (int)
                        from.signed());
    }

    private static void ticket(Packing to, LocalDate base, MedicalTicket ticket) {
        to.signed(ticket.month().getYear());
        to.number(ticket.month().getMonthValue());
        rarePeriod(to, base, ticket.valid());
        to.text(ticket.issueNumber());
        to.text(ticket.facility().digits());
        to.signed(ticket.selfPayYen());
    }

    private static MedicalTicket ticket(Unpacking from, LocalDate base) {
        return new MedicalTicket(
                YearMonth.of((int) from.signed(), (int) from.number()),
                rarePeriod(from, base),
                from.text(),
                new MedicalInstitutionCode(from.text()),
                (int) from.signed());
    }

    private static void period(Packing to, LocalDate base, Period period) {
        to.day(base, period.from());
        to.optional(period.end(), (packing, end) -> packing.day(period.from(), end));
    }

    private static Period period(Unpacking from, LocalDate base) {
        LocalDate first = from.day(base);
        return new Period(first, from.optional(unpacking -> unpacking.day(first)));
    }

    // What few coverages have takes no bits from those that have none: absence is a byte behind.

    private static void rarely(Packing to, LocalDate base, Optional<LocalDate> day) {
        to.number(day.isPresent() ? 1 : 0);
        day.ifPresent(present -> to.day(base, present));
    }

    private static Optional<LocalDate> rarely(Unpacking from, LocalDate base) {
        return from.number() == 1 ? Optional.of(from.day(base)) : Optional.empty();
    }

    private static void rarePeriod(Packing to, LocalDate base, Period period) {
        to.day(base, period.from());
        rarely(to, period.from(), period.end());
    }

    private static Period rarePeriod(Unpacking from, LocalDate base) {
        LocalDate first = from.day(base);
        return new Period(first, rarely(from, first));
    }

    private static <T> Optional<List<T>> some(List<T> list) {
        return Optional.of(list).filter(present -> !present.isEmpty());
    }

    private static <T> void all(Packing to, List<T> list, BiConsumer<Packing, T> form) {
        to.number(list.size());
        list.forEach(one -> form.accept(to, one));
    }

    private static <T> List<T> all(Unpacking from, Function<Unpacking, T> form) {
        List<T> list = new ArrayList<>();
        for (long left = from.number(); left > 0; left--) {
            list.add(form.apply(from));
        }
        return list;
    }
}
