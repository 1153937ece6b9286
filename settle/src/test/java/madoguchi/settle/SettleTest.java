package madoguchi.settle;

import static madoguchi.settle.Registered.at;
import static madoguchi.settle.Registered.person;
import static madoguchi.settle.Registered.register;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import madoguchi.core.LimitClass;
import madoguchi.core.LossReason;
import madoguchi.core.Timeline;
import madoguchi.uke.Receipt;
import org.junit.jupiter.api.Test;

/** The decision table of {@code claims-uke.md} §8.3, row by row, on the worked examples of §12. */
class SettleTest {

    private static final YearMonth CLAIMED = YearMonth.of(2026, 5);
    private static final LocalDate TENTH = LocalDate.of(2026, 4, 10);
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final Registered OLD = at("01139997", "11010203", "777", "00");
    private static final Registered OTHER = at("06139992", "2001", "9876", "00");
    private static final Registered CITY = at("139998", "13-01", "246810", "01");

    private static Disposition settle(String file, Timeline... people) {
        return settle(CLAIMED, file, people);
    }

    private static Disposition settle(YearMonth claimed, String file, Timeline... people) {
        return new Settle(SettleRules.of(claimed), register(people)).of(Receipts.of(file));
    }

    private static Receipt only(Disposition disposition) {
        assertThat(disposition.bills()).hasSize(1);
        return disposition.bills().getFirst().receipt();
    }

    @Test
    void row1WhatHoldsOnEveryVisitDayIsUnchangedAndOnlySaysSo() {
        Disposition unchanged = settle(Receipts.ORDINARY, person(OLD, OTHER));
        assertThat(unchanged.rule().id()).isEqualTo("S-01");
        assertThat(Receipts.text(only(unchanged)))
                .isEqualTo(Receipts.text(Receipts.of(Receipts.ORDINARY.replace("SN,1,01,,,,00,,", "SN,1,02,,,,00,,"))));
    }

    @Test
    void row2AMissingOrWrongBranchIsFilledIn() {
        Timeline wife = person(at("01139997", "11010203", "777", "02").family());
        for (String branch : List.of("", "01")) {
            Disposition filled =
                    settle(Receipts.ORDINARY.replace("SN,1,01,,,,00,,", "SN,1,01,,,," + branch + ",,"), wife);
            assertThat(filled.rule().id()).isEqualTo("S-02");
            assertThat(Receipts.texts(only(filled))).contains("SN,1,09,,,,02,,");
        }
    }

    @Test
    void beforeTheWideningOfNovember2022ABranchWasNotFilledIn() {
        Disposition before =
                settle(YearMonth.of(2022, 10), Receipts.ORDINARY.replace(",00,,\r\nJD", ",,,\r\nJD"), person(OLD));
        assertThat(before.rule().id()).isEqualTo("S-01");
    }

    @Test
    void row3AnUnknownNumberCannotBeConfirmedAndGoesOnAsClaimed() {
        Disposition unknown = settle(Receipts.ORDINARY, person(CITY));
        assertThat(unknown.rule().id()).isEqualTo("S-03");
        assertThat(Receipts.texts(only(unknown)))
                .contains("SN,1,03,,,,00,,", "HO,01139997,11010203,777,2,364,,,,,,,,,");
    }

    @Test
    void row3TwinsWithoutABranchAreNotGuessed() {
        Timeline one = person(at("01139997", "11010203", "777", "02"));
        Timeline other = person(at("01139997", "11010203", "777", "03"));
        String without = Receipts.ORDINARY.replace("SN,1,01,,,,00,,", "SN,1,01,,,,,,");
        assertThat(settle(without, one, other).rule().id()).isEqualTo("S-03-MANY");
        String with = Receipts.ORDINARY.replace("SN,1,01,,,,00,,", "SN,1,01,,,,03,,");
        assertThat(settle(with, one, other).rule().id()).isEqualTo("S-01");
    }

    @Test
    void row4ALostCoverageIsTransferredToTheOneThatHoldsAndOnlyTheConfirmationChanges() {
        Disposition transferred = settle(Receipts.ORDINARY, person(OLD.until(FIRST), OTHER.from(FIRST)));
        assertThat(transferred.rule().id()).isEqualTo("S-04");
        assertThat(Receipts.text(only(transferred)))
                .isEqualTo(Receipts.text(
                        Receipts.of(Receipts.ORDINARY.replace("SN,1,01,,,,00,,", "SN,1,04,06139992,2001,9876,00,,"))));
        assertThat(transferred.bills().getFirst().insured().orElseThrow().insurer())
                .hasToString("06139992");
    }

    @Test
    void row5AChangeWithinTheMonthIsSplitAsInTheWorkedExample() {
        Disposition split = settle(Receipts.ORDINARY, person(OLD.until(TENTH), CITY.from(TENTH)));
        assertThat(split.rule().id()).isEqualTo("S-05");
        assertThat(split.bills()).hasSize(2);
        assertThat(Receipts.texts(split.bills().getFirst().receipt()))
                .contains(
                        "HO,01139997,11010203,777,1,291,,,,,,,,,",
                        "SN,1,05,01139997,11010203,777,00,,",
                        "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
                        "CO,01,1,820000244,",
                        "SI,11,1,111000110,,291,1,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,")
                .noneMatch(line -> line.startsWith("SI,12"));
        assertThat(Receipts.texts(split.bills().getLast().receipt()))
                .contains(
                        "HO,01139997,11010203,777,1,73,,,,,,,,,",
                        "SN,1,05,139998,13-01,246810,01,,",
                        "JD,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,",
                        "CO,01,1,820000244,",
                        "SI,12,1,112007410,,73,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,")
                .noneMatch(line -> line.startsWith("SI,11"));
    }

    @Test
    void aUnitOnBothSidesGoesToBothWithItsDaysAndCountsCut() {
        String twice = Receipts.ORDINARY
                .replace(",777,2,364,", ",777,2,437,")
                .replace(
                        "SI,12,1,112007410,,73,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,",
                        "SI,12,1,112007410,,73,2,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,1,,,,,,,");
        Disposition split = settle(twice, person(OLD.until(TENTH), CITY.from(TENTH)));
        assertThat(Receipts.texts(split.bills().getFirst().receipt()))
                .contains(
                        "HO,01139997,11010203,777,1,364,,,,,,,,,",
                        "SI,12,1,112007410,,73,1,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,");
        assertThat(Receipts.texts(split.bills().getLast().receipt()))
                .contains(
                        "HO,01139997,11010203,777,1,73,,,,,,,,,",
                        "SI,12,1,112007410,,73,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,");
    }

    @Test
    void theTypeOfAPartFollowsItsCoverage() {
        Disposition split = settle(
                Receipts.ORDINARY, person(OLD.until(TENTH), CITY.from(TENTH).family()));
        assertThat(split.bills().getFirst().receipt().re().orElseThrow().type().orElseThrow())
                .hasToString("1112");
        assertThat(split.bills().getLast().receipt().re().orElseThrow().type().orElseThrow())
                .hasToString("1116");
    }

    @Test
    void row6ALostCoverageWithoutANewOneIsBilledToTheInsurerOnTheClaim() {
        Disposition gap = settle(Receipts.ORDINARY, person(OLD.until(FIRST)));
        assertThat(gap.rule().id()).isEqualTo("S-06");
        assertThat(Receipts.texts(only(gap))).contains("SN,1,06,,,,00,,");
        assertThat(settle(Receipts.ORDINARY, person(OLD.until(TENTH))).rule().id())
                .isEqualTo("S-06-PART");
    }

    @Test
    void row7ACertificateCollectedBeforeTheVisitSendsTheClaimBack() {
        Registered lost = OLD.until(FIRST);
        Disposition returned =
                settle(Receipts.ORDINARY, person(lost.collected(LocalDate.of(2026, 4, 2)), OTHER.from(FIRST)));
        assertThat(returned.rule().id()).isEqualTo("S-07");
        assertThat(returned.bills()).isEmpty();
        assertThat(settle(Receipts.ORDINARY, person(lost.collected(LocalDate.of(2026, 4, 3)), OTHER.from(FIRST)))
                        .rule()
                        .id())
                .as("collected on the visit day itself")
                .isEqualTo("S-04");
    }

    @Test
    void row8ADeathBeforeTheVisitSendsTheClaimBack() {
        assertThat(settle(Receipts.ORDINARY, person(OLD.until(FIRST, LossReason.DEATH)))
                        .rule()
                        .id())
                .isEqualTo("S-08");
    }

    @Test
    void row9WhatIsExcludedIsBilledToTheInsurerOnTheClaim() {
        Timeline moved = person(OLD.until(FIRST), OTHER.from(FIRST));
        String withPublic = Receipts.ORDINARY
                .replace("RE,1,1112", "RE,1,1122")
                .replace("SN,1,01", "KO,54136015,1234566,,2,364,,,,,,\r\nSN,1,01");
        assertThat(settle(withPublic, moved).rule().id()).isEqualTo("X-PUBLIC");
        String remarked = Receipts.ORDINARY.replace(",19850412,,,,,,,K0001", ",19850412,,,,,1025,,K0001");
        assertThat(settle(remarked, moved).rule().id()).isEqualTo("X-REMARK");
        Timeline older = person(OLD.until(FIRST).elderly(20), OTHER.from(FIRST).elderly(30));
        Disposition share = settle(Receipts.ORDINARY, older);
        assertThat(share.rule().id()).isEqualTo("X-SHARE");
        assertThat(Receipts.texts(only(share))).contains("SN,1,06,,,,00,,");
    }

    @Test
    void aHighCostBenefitIsTransferredSinceMarch2023WhenTheIncomeClassStays() {
        String limited = Receipts.ORDINARY.replace("MF,00", "MF,01");
        Timeline same = person(
                OLD.until(FIRST).limited(LimitClass.A01), OTHER.from(FIRST).limited(LimitClass.A01));
        Timeline another = person(
                OLD.until(FIRST).limited(LimitClass.A01), OTHER.from(FIRST).limited(LimitClass.A02));
        assertThat(settle(YearMonth.of(2023, 3), limited, same).rule().id()).isEqualTo("S-04");
        assertThat(settle(YearMonth.of(2023, 2), limited, same).rule().id()).isEqualTo("X-LIMIT-ANY");
        assertThat(settle(YearMonth.of(2023, 3), limited, another).rule().id()).isEqualTo("X-LIMIT-CLASS");
        Timeline midMonth = person(
                OLD.until(TENTH).limited(LimitClass.A01), OTHER.from(TENTH).limited(LimitClass.A01));
        assertThat(settle(limited, midMonth).rule().id()).isEqualTo("X-SPLIT-LIMIT");
    }

    @Test
    void whatHasNoDaysOrDoesNotAddUpIsNotSplit() {
        Timeline changed = person(OLD.until(TENTH), CITY.from(TENTH));
        String monthly = Receipts.ORDINARY.replace(
                "SI,12,1,112007410,,73,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,",
                "SI,12,1,112007410,,73,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,");
        assertThat(settle(monthly, changed).rule().id()).isEqualTo("X-SPLIT-DAYS");
        String wrongSum = Receipts.ORDINARY.replace(",777,2,364,", ",777,2,365,");
        assertThat(settle(wrongSum, changed).rule().id()).isEqualTo("X-SPLIT-SUM");
        String meals = Receipts.ORDINARY.replace(",777,2,364,,,", ",777,2,364,,3,1920");
        assertThat(settle(meals, changed).rule().id()).isEqualTo("X-SPLIT-MEALS");
    }

    @Test
    void row10OfSeveralThatHoldTheOneIssuedLastIsTaken() {
        Disposition later = settle(
                Receipts.ORDINARY, person(OLD.until(FIRST), OTHER.from(LocalDate.of(2026, 3, 1)), CITY.from(FIRST)));
        assertThat(later.rule().id()).isEqualTo("S-04");
        assertThat(later.bills().getFirst().insured().orElseThrow().insurer()).hasToString("139998");
    }

    @Test
    void row11AnUnidentifiedClaimGoesToTheOnePersonItsDeclarationLeadsTo() {
        Disposition found = settle(Unknown.CLAIM, person(OTHER));
        assertThat(found.rule().id()).isEqualTo("S-11");
        assertThat(Receipts.texts(only(found)))
                .contains("SN,1,04,06139992,2001,9876,00,,", "HO,77777777,,777777777,1,291,,,,,,,,,");
        assertThat(settle(Unknown.CLAIM, person(at("06139992", "2001", "1", "00")))
                        .bills()
                        .getFirst()
                        .insured()
                        .orElseThrow()
                        .number())
                .isEqualTo("1");
        assertThat(settle(Unknown.CLAIM).rule().id()).as("nobody").isEqualTo("S-11-OPEN");
        assertThat(settle(Unknown.CLAIM, person(OTHER), person(CITY)).rule().id())
                .as("two who both fit what was declared")
                .isEqualTo("S-11-OPEN");
    }

    @Test
    void row11AnUnidentifiedClaimThatLacksAnItemComesBackWithAllItLacks() {
        Disposition back = settle(Unknown.CLAIM.replaceAll("CO,01,1,83000050[48],[^\r]*\r\n", ""), person(OTHER));
        assertThat(back.rule().id()).isEqualTo("S-11-BACK");
        assertThat(back.missing()).containsExactly("830000504", "830000508");
    }

    /** A pharmacy's receipt, prescriptions taken on the 3rd and the 24th; the columns of SH, CZ and KI are not public. */
    private static final String PHARMACY = "YK,1,13,4,1234563,みなと架空薬局,202605,00,03-0000-0000\r\n"
            + "RE,1,4112,202604,見本　一郎,1,19850412,,,13,1,1234569,みなと架空診療所" + ",".repeat(23)
            + "K0001,,,,,,ミホンイチロウ\r\n"
            + "HO,01139997,11010203,777,2,364,,,,,,,,\r\n"
            + "SN,1,01,,,,00,,\r\n"
            + "JD,1,,,1,,,,,,,,,,,,,,,,,,,,,1,,,,,,,\r\n"
            + "MF,00,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\r\n"
            + "SH,1\r\nCZ,1\r\nKI,1\r\n"
            + "GO,1,364,99\r\n";

    @Test
    void aPharmacysReceiptIsTransferredLikeAnyOther() {
        Disposition transferred = settle(PHARMACY, person(OLD.until(FIRST), OTHER.from(FIRST)));
        assertThat(transferred.rule().id()).isEqualTo("S-04");
        assertThat(Receipts.texts(only(transferred))).contains("SN,1,04,06139992,2001,9876,00,,", "KI,1");
    }

    @Test
    void aPharmacysReceiptCannotBeSplitAutomaticallyAndSaysWhy() {
        Disposition not = settle(PHARMACY, person(OLD.until(TENTH), CITY.from(TENTH)));
        assertThat(not.rule().id()).isEqualTo("X-SPLIT-RECORDS");
        assertThat(not.rule().outcome()).isEqualTo(Outcome.NOT_SPLIT);
        assertThat(not.rule().reason().ja()).contains("公開されて", "自動では分割できません");
        assertThat(Receipts.texts(only(not))).contains("SN,1,06,,,,00,,", "HO,01139997,11010203,777,2,364,,,,,,,,");
    }

    @Test
    void publicPayersAloneAreNotAsked() {
        String alone = Receipts.ORDINARY
                .replace("RE,1,1112", "RE,1,1212")
                .replace("HO,01139997,11010203,777,2,364,,,,,,,,,", "KO,12136018,1234566,,2,364,,,,,,");
        assertThat(settle(alone, person(OLD)).rule().id()).isEqualTo("S-PUBLIC");
    }

    @Test
    void aReceiptThatCannotBeReadGoesBack() {
        assertThat(settle(Receipts.ORDINARY.replace(",19850412,", ",1985,"), person(OLD))
                        .rule()
                        .id())
                .isEqualTo("S-BROKEN");
    }

    @Test
    void aReceiptWithoutConfirmationGetsOne() {
        Disposition unchanged = settle(
                Receipts.ORDINARY.replace("SN,1,01,,,,00,,\r\n", ""), person(at("01139997", "11010203", "777", "")));
        assertThat(Receipts.texts(only(unchanged)).get(2)).isEqualTo("SN,1,02,,,,,,");
    }

    @Test
    void aSplitReceiptWithoutConfirmationSaysInEachPartWhoIsBilled() {
        Disposition split = settle(
                Receipts.ORDINARY.replace("SN,1,01,,,,00,,\r\n", ""), person(OLD.until(TENTH), CITY.from(TENTH)));
        assertThat(Receipts.texts(split.bills().getFirst().receipt())).contains("SN,1,05,01139997,11010203,777,00,,");
        assertThat(Receipts.texts(split.bills().getLast().receipt())).contains("SN,1,05,139998,13-01,246810,01,,");
    }

    @Test
    void aRegisteredSymbolOfBothWidthsIsWrittenInFullWidth() {
        Disposition transferred = settle(
                Receipts.ORDINARY,
                person(OLD.until(FIRST), at("06139992", "転2", "9876", "00").from(FIRST)));
        assertThat(Receipts.texts(only(transferred))).contains("SN,1,04,06139992,転２,9876,00,,");
    }

    @Test
    void beforeSeptember2023ADummyNumberWasANumberThatNobodyHas() {
        assertThat(settle(YearMonth.of(2023, 8), Unknown.CLAIM, person(OLD))
                        .rule()
                        .id())
                .isEqualTo("S-03");
    }

    @Test
    void everyOutcomeHasARowInForceAndEveryRowItsSource() {
        assertThat(SettleRules.all()).extracting(SettleRule::outcome).contains(Outcome.values());
        assertThat(SettleRules.all())
                .allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
        assertThat(SettleRules.of(YearMonth.of(2021, 9)).isEmpty()).isTrue();
    }
}
