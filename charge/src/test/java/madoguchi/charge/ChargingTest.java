package madoguchi.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.LimitClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected amounts: the published vectors of {@code pmh.md} §5.3, and others reckoned by hand; the arithmetic stands beside each. */
class ChargingTest {

    private static String told(Charge charge) {
        StringBuilder told = new StringBuilder("insurance " + charge.insurance().yen());
        charge.subsidies()
                .forEach(one -> told.append(", ")
                        .append(one.held().certificate().schemeCode().orElseThrow())
                        .append(' ')
                        .append(one.part().yen()));
        return told + ", patient " + charge.patientYen();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2000, 30, 5000, 'insurance 1400, 54 200, patient 400'
            2000, 20, 5000, 'insurance 1600, 54 0, patient 400'
            2000, 10, 5000, 'insurance 1800, 54 0, patient 200'
            """)
    void thePublishedVectorsOfDesignatedDiseasesComeOut(long total, int rate, long ceiling, String expected) {
        assertThat(told(Charging.charge(Sample.bill(total, rate), List.of(Sample.nanbyo(ceiling)))))
                .isEqualTo(expected);
    }

    @Test
    void theFourthPublishedVectorTakesTheLimitOfTheInsuranceFirst() {
        // 252,600 + (1,300,000 - 842,000) x 1% = 257,180; 1,300,000 - 257,180 = 1,042,820; 257,180 - 30,000 = 227,180
        Bill bill = Sample.bill(1_300_000, 30, Sample.DAY, Optional.of(LimitClass.A01));
        Charge charge = Charging.charge(bill, List.of(Sample.nanbyo(30_000)));
        assertThat(told(charge)).isEqualTo("insurance 1042820, 54 227180, patient 30000");
        assertThat(charge.subsidies().getFirst().reached()).isTrue();
    }

    @Test
    void thePublishedExampleOf502PointsKeepsTheYenAndIsCollectedInTens() {
        // 502 points x 8割 = 4,016; the 2割 of the disease equal the 2割 of the insurance: 1,004, collected as 1,000
        Charge charge = Charging.charge(Sample.bill(5_020, 20), List.of(Sample.nanbyo(10_000)));
        assertThat(told(charge)).isEqualTo("insurance 4016, 54 0, patient 1004");
        assertThat(charge.counterYen()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"1004, 1000", "1005, 1010", "0, 0", "4, 0", "5, 10", "9994, 9990", "9995, 10000"})
    void theCounterRoundsUnderFiveDownAndFromFiveUp(long yen, long collected) {
        assertThat(Yen.atTheCounter(yen, Sample.DAY)).isEqualTo(collected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # 80,100 + (1,000,000 - 267,000) x 1% = 87,430; from August 85,800 + (1,000,000 - 286,000) x 1% = 92,940
            2026-07-31, A03, 1000000, 87430
            2026-08-01, A03, 1000000, 92940
            # 167,400 + (1,000,000 - 558,000) x 1% = 171,820
            2026-07-31, A02, 1000000, 171820
            # fixed amounts
            2026-07-31, A04, 1000000, 57600
            2026-08-01, A04, 1000000, 61500
            2026-07-31, A05, 1000000, 35400
            2026-08-01, A05, 1000000, 36900
            # under the limit the rate decides: 267,000 x 3割 = 80,100
            2026-07-31, A03, 267000, 80100
            2026-07-31, A03, 100000, 30000
            # the percentage is rounded to the yen: 80,100 + 1,050 x 1% = 80,100 + 10.5
            2026-07-31, A03, 268050, 80111
            """)
    void theLimitOfTheInsuranceIsThatOfTheDay(LocalDate day, LimitClass limit, long total, long patient) {
        Charge charge = Charging.charge(Sample.bill(total, 30, day, Optional.of(limit)), List.of());
        assertThat(charge.patientYen()).isEqualTo(patient);
        assertThat(charge.insurance().yen()).isEqualTo(total - patient);
    }

    @Test
    void outOfHospitalAnElderlyPatientHasTheOutpatientLimitAndInHospitalTheOther() {
        // 2割 of 100,000 = 20,000, limit 18,000, from August 22,000; 2割 of 500,000 = 100,000, limit 57,600
        Optional<LimitClass> general = Optional.of(LimitClass.B04);
        LocalDate august = LocalDate.of(2026, 8, 1);
        assertThat(Charging.charge(Sample.bill(100_000, 20, Sample.DAY, general), List.of())
                        .patientYen())
                .isEqualTo(18_000);
        assertThat(Charging.charge(Sample.bill(100_000, 20, august, general), List.of())
                        .patientYen())
                .isEqualTo(20_000);
        Bill inHospital = Sample.at(Service.MEDICAL_INPATIENT, Sample.bill(500_000, 20, Sample.DAY, general));
        assertThat(Charging.charge(inHospital, List.of()).patientYen()).isEqualTo(57_600);
    }

    @Test
    void theLimitIsOneOfTheMonthSoTheSecondBillPaysOnlyTheRest() {
        // due for 500,000: 80,100 + 2,330 = 82,430; due for 1,000,000: 80,100 + 7,330 = 87,430; the rest is 5,000
        Bill second = new Bill(
                Sample.DAY,
                Service.MEDICAL_OUTPATIENT,
                500_000,
                new madoguchi.core.CopaymentRate(30),
                Optional.of(LimitClass.A03),
                false,
                500_000,
                Sample.CLINIC);
        assertThat(Charging.charge(second, List.of()).patientYen()).isEqualTo(5_000);
    }

    @Test
    void whoHasItOftenPaysTheFrequentAmount() {
        Bill often = new Bill(
                Sample.DAY,
                Service.MEDICAL_INPATIENT,
                1_000_000,
                new madoguchi.core.CopaymentRate(30),
                Optional.of(LimitClass.A03),
                true,
                0,
                Sample.CLINIC);
        assertThat(Charging.charge(often, List.of()).patientYen()).isEqualTo(44_400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # 自立支援: 1割 of 30,000 = 3,000, of the ceiling 2,500 nothing was used: 2,500; 9,000 - 2,500 = 6,500
            30000 | 30 | 15139991 | 2500 | insurance 21000, 15 6500, patient 2500
            # 自立支援 under the ceiling: 1割 of 10,000 = 1,000
            10000 | 30 | 21139993 | 5000 | insurance 7000, 21 2000, patient 1000
            # 小児慢性: 2割 of a small child is the insurance share: 2,000; ceiling 1,250
            10000 | 20 | 52139995 | 1250 | insurance 8000, 52 750, patient 1250
            # 生活保護 alone: no insurance, the stated amount 3,000 at most
            8000 | 100 | 12139994 | 3000 | insurance 0, 12 5000, patient 3000
            # 措置入院 with a stated amount of 20,000
            100000 | 30 | 20139995 | 20000 | insurance 70000, 20 10000, patient 20000
            """)
    void eachSchemeTakesItsOwnPart(long total, int rate, String payer, long ceiling, String expected) {
        Held held = Sample.of(payer, Sample.month(ceiling));
        assertThat(told(Charging.charge(Sample.bill(total, rate), List.of(held))))
                .isEqualTo(expected);
    }

    @Test
    void whatHasNoStatedAmountLeavesNothingToThePatient() {
        // 結核 5 % of 10,000 = 500; 養育, 生活保護: nothing is stated, nothing is paid
        assertThat(told(Charging.charge(Sample.bill(10_000, 30), List.of(Sample.of("10139997")))))
                .isEqualTo("insurance 7000, 10 2500, patient 500");
        assertThat(told(Charging.charge(Sample.bill(10_000, 20), List.of(Sample.of("23139992")))))
                .isEqualTo("insurance 8000, 23 2000, patient 0");
        assertThat(told(Charging.charge(Sample.bill(10_000, 100), List.of(Sample.of("12139994")))))
                .isEqualTo("insurance 0, 12 10000, patient 0");
    }

    @Test
    void aPublicPayerInPlaceOfTheInsurancePaysAll() {
        assertThat(told(Charging.charge(Sample.bill(20_000, 30), List.of(Sample.of("18139999")))))
                .isEqualTo("insurance 0, 18 20000, patient 0");
    }

    @Test
    void theLocalSchemeTakesOnlyWhatTheNationalOneLeaves() {
        // 2割 of 10,000 = 2,000 for the insurance, 52 takes nothing of it; the sample child scheme leaves 200 a visit
        Held child = Sample.of("88139993");
        Held chronic = Sample.of("52139995", Sample.month(2_500));
        assertThat(told(Charging.charge(Sample.bill(10_000, 20), List.of(child, chronic))))
                .isEqualTo("insurance 8000, 52 0, 88 1800, patient 200");
    }

    @Test
    void medicalAssistanceComesAfterPsychiatricOutpatientCareWhateverTheOrderOfAsking() {
        // 1割 of 10,000 = 1,000 is left by 21; 12 takes it
        Held assistance = Sample.of("12139994");
        Held outpatient = Sample.of("21139993");
        assertThat(told(Charging.charge(Sample.bill(10_000, 100), List.of(assistance, outpatient))))
                .isEqualTo("insurance 0, 21 9000, 12 1000, patient 0");
    }

    @Test
    void theOrderIsThatOfTheTableWithLocalSchemesLast() {
        String order = "13 14 18 29 30 10 11 20 21 15 16 24 22 28 17 79 19 23 52 54 51 38 53 66 62 25 12";
        assertThat(Schemes.all().stream().map(Schemes::code)).containsExactly(order.split(" "));
        List<Held> given =
                List.of(Sample.of("88139993"), Sample.of("12139994"), Sample.of("54139993"), Sample.of("10139997"));
        assertThat(Charging.inOrder(Sample.bill(1, 30), given).stream()
                        .map(one -> one.certificate().schemeCode().orElseThrow()))
                .containsExactly("10", "54", "12", "88");
    }

    @Test
    void theFifthSubsidyHasNoRoomOnAClaimAndIsSaidToBeReimbursed() {
        List<Held> five = List.of(
                Sample.of("10139997"),
                Sample.of("21139993"),
                Sample.of("54139993"),
                Sample.of("81139990"),
                Sample.of("88139993"));
        Charge charge = Charging.charge(Sample.bill(10_000, 30), five);
        assertThat(charge.subsidies()).extracting(one -> one.place().orElse(0)).containsExactly(1, 2, 3, 4, 0);
        assertThat(charge.subsidies().getLast().delivery())
                .isEqualTo(new Delivery.Reimbursed(Delivery.Reason.BEYOND_FOUR, Terms.get("C-FOUR", Sample.DAY)));
    }

    @Test
    void everyPartSaysByWhichRowItIsPaid() {
        Bill bill = Sample.bill(1_000_000, 30, LocalDate.of(2026, 8, 3), Optional.of(LimitClass.A01));
        Charge charge = Charging.charge(bill, List.of(Sample.nanbyo(30_000)));
        assertThat(charge.insurance().rows()).extracting(Ruling::id).containsExactly("C-INSURANCE", "HC-A01.2");
        assertThat(charge.subsidies().getFirst().part().rows())
                .extracting(Ruling::id)
                .containsExactly("N54");
        assertThat(charge.subsidies().getFirst().part().why().ja())
                .contains("20％")
                .contains("30000円");
        assertThat(charge.isDoubtful())
                .as("the amount of ア from August is to be checked")
                .isTrue();
    }
}
