package madoguchi.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.CopaymentRate;
import madoguchi.core.LimitClass;
import madoguchi.core.SubsidyCertificate;
import org.junit.jupiter.api.Test;

/** Ceilings against the table of {@code pmh.md} §5.1 and against an oracle that pays coin by coin. */
class CeilingsTest {

    /* pmh.md §5.1, as printed there: 医科入院, 医科外来, 歯科入院, 歯科外来, 薬局, 訪看. */
    private static final String TABLE = """
            医科歯科入外 ●●●●--
            医科歯科入院 ●-●---
            医科歯科外来 -●-●--
            医科入外 ●●----
            医科入院 ●-----
            医科外来 -●----
            歯科入外 --●●--
            歯科入院 --●---
            歯科外来 ---●--
            薬局 ----●-
            訪問看護 -----●
            """;

    private static final List<Service> COLUMNS = List.of(
            Service.MEDICAL_INPATIENT,
            Service.MEDICAL_OUTPATIENT,
            Service.DENTAL_INPATIENT,
            Service.DENTAL_OUTPATIENT,
            Service.PHARMACY,
            Service.HOME_NURSING);

    private static final Map<CeilingKind, Set<Service>> BUCKETS = table();

    private static Map<CeilingKind, Set<Service>> table() {
        Map<CeilingKind, Set<Service>> buckets = new LinkedHashMap<>();
        TABLE.lines().map(line -> line.split(" ", -1)).forEach(line -> {
            CeilingKind kind = Arrays.stream(CeilingKind.values())
                    .filter(one -> one.label().ja().equals(line[0]))
                    .findFirst()
                    .orElseThrow();
            Set<Service> services = EnumSet.noneOf(Service.class);
            for (int i = 0; i < COLUMNS.size(); i++) {
                if (line[1].charAt(i) == '●') {
                    services.add(COLUMNS.get(i));
                }
            }
            buckets.put(kind, services);
        });
        return buckets;
    }

    @Test
    void everyServiceFallsUnderTheKindsOfTheTable() {
        assertThat(BUCKETS).hasSize(11);
        for (Service service : Service.values()) {
            assertThat(service.kinds())
                    .isEqualTo(BUCKETS.entrySet().stream()
                            .filter(bucket -> bucket.getValue().contains(service))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void kindsOfTheRemarksRunIntoOneTotalAndTheOthersStayApart() {
        Ceiling clinic = new Ceiling(CeilingKind.MEDICAL_OUTPATIENT, Ceiling.Span.MONTH, 2_500, Optional.empty());
        Ceiling pharmacy = new Ceiling(CeilingKind.PHARMACY, Ceiling.Span.MONTH, 2_500, Optional.empty());
        List<Paid> paid = List.of(new Paid(Sample.DAY, Service.MEDICAL_OUTPATIENT, false, 2_000));
        SubsidyCertificate together = Sample.certificate(
                "21139993", Set.of(CeilingKind.MEDICAL_OUTPATIENT, CeilingKind.PHARMACY), clinic, pharmacy);
        SubsidyCertificate apart = Sample.certificate("21139993", Set.of(), clinic, pharmacy);
        assertThat(left(together, Service.PHARMACY, paid)).isEqualTo(500);
        assertThat(left(apart, Service.PHARMACY, paid)).isEqualTo(2_500);
        assertThat(Accumulator.of(together, Service.PHARMACY))
                .isEqualTo(Accumulator.of(together, Service.MEDICAL_OUTPATIENT))
                .extracting(Accumulator::id)
                .containsExactly("PHARMACY+MEDICAL_OUTPATIENT");
        assertThat(Ceilings.remaining(apart, Service.DENTAL_OUTPATIENT, Sample.DAY, paid))
                .isEmpty();
    }

    private static long left(SubsidyCertificate certificate, Service service, List<Paid> paid) {
        return Ceilings.remaining(certificate, service, Sample.DAY, paid)
                .orElseThrow()
                .yen();
    }

    @Test
    void oneCeilingBoundsEveryKindThatRunsIntoItsTotal() {
        SubsidyCertificate one = Sample.nanbyo(5_000).certificate();
        List<Paid> paid = List.of(new Paid(Sample.DAY, Service.MEDICAL_OUTPATIENT, false, 4_000));
        for (Service service : Service.values()) {
            assertThat(left(one, service, paid)).isEqualTo(1_000);
        }
    }

    @Test
    void twoVisitsAMonthOf500YenEachAndThenNothing() {
        Ceiling twice = new Ceiling(CeilingKind.MEDICAL_ALL, Ceiling.Span.VISIT, 500, Optional.of(2));
        SubsidyCertificate child = Sample.certificate("88139993", Set.of(), twice);
        List<Paid> paid = new ArrayList<>();
        assertThat(left(child, Service.MEDICAL_OUTPATIENT, paid)).isEqualTo(500);
        paid.add(new Paid(Sample.DAY.minusDays(3), Service.MEDICAL_OUTPATIENT, true, 500));
        paid.add(new Paid(Sample.DAY.minusMonths(1), Service.MEDICAL_OUTPATIENT, true, 500));
        assertThat(left(child, Service.MEDICAL_OUTPATIENT, paid)).isEqualTo(500);
        paid.add(new Paid(Sample.DAY, Service.MEDICAL_OUTPATIENT, true, 500));
        assertThat(left(child, Service.MEDICAL_OUTPATIENT, paid)).isZero();
    }

    /* The oracle: one more coin is paid as long as no ceiling would be broken by it. Written apart from Ceilings, over the table above. */
    private static long coinByCoin(
            SubsidyCertificate certificate, Service service, LocalDate day, long wanted, List<Paid> before) {
        long coins = 0;
        while (coins < wanted) {
            List<Paid> then = new ArrayList<>(before);
            then.add(new Paid(day, service, true, coins + 1));
            if (certificate.ceilings().stream().anyMatch(one -> breaks(certificate, one, service, day, then))) {
                return coins;
            }
            coins++;
        }
        return coins;
    }

    private static boolean breaks(
            SubsidyCertificate certificate, Ceiling ceiling, Service service, LocalDate day, List<Paid> then) {
        Set<Service> together = EnumSet.noneOf(Service.class);
        if (certificate.summed().contains(ceiling.kind())) {
            certificate.summed().forEach(kind -> together.addAll(BUCKETS.getOrDefault(kind, Set.of())));
        } else {
            together.addAll(BUCKETS.getOrDefault(ceiling.kind(), Set.of()));
        }
        boolean own = BUCKETS.getOrDefault(ceiling.kind(), Set.of()).contains(service);
        if (!own && (ceiling.span() == Ceiling.Span.VISIT || !together.contains(service))) {
            return false;
        }
        long sum = 0;
        for (int i = 0; i < then.size(); i++) {
            Paid one = then.get(i);
            boolean counts =
                    switch (ceiling.span()) {
                        case MONTH -> one.day().getMonth() == day.getMonth();
                        case DAY -> one.day().equals(day);
                        case VISIT -> i == then.size() - 1;
                    };
            sum += counts && together.contains(one.service()) ? one.yen() : 0;
        }
        return sum > ceiling.yen();
    }

    @Test
    void whatIsLeftEqualsWhatPayingCoinByCoinAllows() {
        Random random = new Random(54);
        int cut = 0;
        for (int i = 0; i < 2_000; i++) {
            SubsidyCertificate certificate = certificate(random);
            List<Paid> before = new ArrayList<>();
            int earlier = random.nextInt(5);
            for (int n = 0; n < earlier; n++) {
                before.add(new Paid(
                        LocalDate.of(2026, random.nextInt(4) == 0 ? 4 : 5, 1 + random.nextInt(3)),
                        any(Service.values(), random),
                        random.nextBoolean(),
                        random.nextInt(60)));
            }
            Service service = any(Service.values(), random);
            LocalDate day = LocalDate.of(2026, 5, 1 + random.nextInt(3));
            long wanted = random.nextInt(120);
            Optional<Ceilings.Remaining> left = Ceilings.remaining(certificate, service, day, before);
            long allowed = left.map(most -> Math.min(wanted, most.yen())).orElse(wanted);
            assertThat(allowed).isEqualTo(coinByCoin(certificate, service, day, wanted, before));
            cut += allowed < wanted ? 1 : 0;
        }
        assertThat(cut).as("ceilings that decided").isBetween(200, 1_800);
    }

    private static SubsidyCertificate certificate(Random random) {
        Set<CeilingKind> summed = EnumSet.noneOf(CeilingKind.class);
        for (CeilingKind kind : CeilingKind.values()) {
            if (random.nextBoolean()) {
                summed.add(kind);
            }
        }
        Ceiling[] ceilings = new Ceiling[random.nextInt(4)];
        for (int i = 0; i < ceilings.length; i++) {
            ceilings[i] = new Ceiling(
                    any(CeilingKind.values(), random),
                    any(Ceiling.Span.values(), random),
                    random.nextInt(100),
                    Optional.empty());
        }
        return Sample.certificate("54139993", summed, ceilings);
    }

    private static <T> T any(T[] all, Random random) {
        return all[random.nextInt(all.length)];
    }

    private static final String[] PAYERS = {
        "10139997",
        "12139994",
        "15139991",
        "18139999",
        "21139993",
        "23139992",
        "38139998",
        "52139995",
        "54139993",
        "80139991",
        "81139990",
        "41029992",
        "88139993",
        "99139990"
    };

    @Test
    void noPayerPaysLessThanNothingAllOfThemTheWholeAndThePatientNeverMoreThanShareAndCeiling() {
        Random random = new Random(21);
        for (int i = 0; i < 4_000; i++) {
            List<Held> held = new ArrayList<>();
            int many = random.nextInt(6);
            for (int n = 0; n < many; n++) {
                SubsidyCertificate of = certificate(random);
                SubsidyCertificate certificate = Sample.certificate(
                        any(PAYERS, random), of.summed(), of.ceilings().toArray(Ceiling[]::new));
                held.add(new Held(certificate, random.nextInt(5) > 0, random.nextInt(5) > 0, paid(random)));
            }
            Bill bill = new Bill(
                    LocalDate.of(2026, 5 + random.nextInt(7), 1 + random.nextInt(28)),
                    any(Service.values(), random),
                    10L * random.nextInt(random.nextBoolean() ? 500 : 200_000),
                    new CopaymentRate(new int[] {0, 10, 20, 30, 100}[random.nextInt(5)]),
                    random.nextBoolean() ? Optional.of(any(LimitClass.values(), random)) : Optional.empty(),
                    random.nextBoolean(),
                    random.nextBoolean() ? 0 : 10L * random.nextInt(100_000),
                    Sample.CLINIC);
            Charge charge = Charging.charge(bill, held);
            long paid = charge.insurance().yen() + charge.patientYen();
            for (Charge.SubsidyPart one : charge.subsidies()) {
                assertThat(one.part().yen()).isNotNegative();
                paid += one.part().yen();
                if (one.place().isPresent()) {
                    Ceilings.remaining(
                                    one.held().certificate(),
                                    bill.service(),
                                    bill.day(),
                                    one.held().paid())
                            .ifPresent(most -> assertThat(charge.patientYen()).isLessThanOrEqualTo(most.yen()));
                }
            }
            assertThat(paid).isEqualTo(bill.totalYen());
            assertThat(charge.insurance().yen()).isNotNegative();
            boolean instead = charge.insurance().rows().getFirst().id().equals("C-INSTEAD");
            assertThat(charge.patientYen()).isBetween(0L, instead ? bill.totalYen() : bill.share());
            assertThat(charge.subsidies()).hasSameSizeAs(held);
        }
    }

    private static List<Paid> paid(Random random) {
        List<Paid> paid = new ArrayList<>();
        int many = random.nextInt(3);
        for (int n = 0; n < many; n++) {
            paid.add(new Paid(
                    LocalDate.of(2026, 5 + random.nextInt(7), 1 + random.nextInt(28)),
                    any(Service.values(), random),
                    random.nextBoolean(),
                    random.nextInt(60)));
        }
        return paid;
    }

    @Test
    void underAMonthlyCeilingTheOrderOfVisitsDoesNotChangeTheMonth() {
        Random random = new Random(15);
        for (int i = 0; i < 200; i++) {
            long ceiling = 10L * random.nextInt(600);
            List<Bill> visits = new ArrayList<>();
            int many = 1 + random.nextInt(6);
            for (int n = 0; n < many; n++) {
                visits.add(Sample.at(any(Service.values(), random), Sample.bill(10L * random.nextInt(900), 30)));
            }
            long inOrder = month(visits, ceiling);
            Collections.shuffle(visits, random);
            assertThat(month(visits, ceiling)).isEqualTo(inOrder);
            long base = visits.stream().mapToLong(visit -> visit.totalYen() / 5).sum();
            assertThat(inOrder).isEqualTo(Math.min(base, ceiling));
        }
    }

    private static long month(List<Bill> visits, long ceiling) {
        List<Paid> paid = new ArrayList<>();
        Held held = Sample.nanbyo(ceiling);
        for (Bill visit : visits) {
            long yen = Charging.charge(visit, List.of(held.after(paid))).patientYen();
            paid.add(new Paid(visit.day(), visit.service(), true, yen));
        }
        return paid.stream().mapToLong(Paid::yen).sum();
    }

    @Test
    void underTheLimitOfTheInsuranceTheOrderOfBillsDoesNotChangeTheMonth() {
        Random random = new Random(80100);
        for (int i = 0; i < 200; i++) {
            List<Long> totals = new ArrayList<>();
            int many = 1 + random.nextInt(6);
            for (int n = 0; n < many; n++) {
                totals.add(10L * random.nextInt(60_000));
            }
            long inOrder = insured(totals);
            Collections.shuffle(totals, random);
            assertThat(insured(totals)).isEqualTo(inOrder);
        }
    }

    private static long insured(List<Long> totals) {
        long earlier = 0;
        long paid = 0;
        for (long total : totals) {
            Bill bill = new Bill(
                    Sample.DAY,
                    Service.MEDICAL_OUTPATIENT,
                    total,
                    new CopaymentRate(30),
                    Optional.of(LimitClass.A03),
                    false,
                    earlier,
                    Sample.CLINIC);
            paid += Charging.charge(bill, List.of()).patientYen();
            earlier += total;
        }
        return paid;
    }
}
