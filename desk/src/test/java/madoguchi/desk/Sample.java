package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Reply;
import madoguchi.core.Sex;
import madoguchi.core.Text;
import madoguchi.policy.Facility;
import madoguchi.policy.Policy;

/** Invented people and answers for the desk's tests. */
final class Sample {

    static final LocalDate DAY = LocalDate.of(2026, 5, 25);
    static final Instant MORNING = Instant.parse("2026-05-25T00:05:00Z");
    static final LocalDate BIRTH = LocalDate.of(1987, 4, 12);
    static final InsuredId HANAKO_ID =
            new InsuredId(new InsurerNumber("138016"), Optional.of("12-34"), "567890", Optional.of("02"));
    static final Coverage HANAKO = coverage(HANAKO_ID, "見本　花子", "ﾐﾎﾝ ﾊﾅｺ", Sex.FEMALE, BIRTH, "架空区国民健康保険");
    static final Coverage SACHIKO = coverage(
            new InsuredId(new InsurerNumber("06139992"), Optional.of("3001"), "42", Optional.of("00")),
            "●●　幸子",
            "ｶｸｳ ｻﾁｺ",
            Sex.FEMALE,
            LocalDate.of(1955, 2, 1),
            "見本産業健康保険組合");
    static final Question ABOUT_HANAKO = new Question(HANAKO_ID, BIRTH, DAY, true);

    private Sample() {}

    /** The rules of this release at a connected facility. */
    static NextStep nextStep() {
        return nextStep(Facility.ONLINE);
    }

    static NextStep nextStep(Facility facility) {
        Policy policy = new Policy(Rules.BOOK);
        return new NextStep(() -> policy, facility);
    }

    static Coverage coverage(InsuredId id, String name, String kana, Sex sex, LocalDate birth, String insurer) {
        return new Coverage(
                id,
                CoverageClass.GENERAL,
                Optional.of(Relation.DEPENDENT),
                Optional.of("見本　太郎"),
                new Holder(
                        PersonName.of(name, kana),
                        sex,
                        Optional.empty(),
                        birth,
                        Optional.of("架空県架空区新町3-4"),
                        Optional.of("100-9998")),
                insurer,
                Optional.of(Period.startingOn(LocalDate.of(2020, 4, 1))),
                Optional.of(LocalDate.of(2025, 8, 1)),
                Optional.of(Period.through(LocalDate.of(2025, 8, 1), LocalDate.of(2026, 7, 31))),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(new LimitCertificate(
                        LimitKind.LIMIT,
                        LimitClass.A03,
                        Optional.empty(),
                        Period.through(LocalDate.of(2025, 8, 1), LocalDate.of(2026, 7, 31)),
                        Optional.empty())),
                List.of(),
                List.of());
    }

    static Coverage withAddress(Coverage coverage, String address) {
        Holder holder = coverage.holder();
        Holder moved = new Holder(
                holder.name(),
                holder.sex(),
                holder.sexOnBack(),
                holder.birth(),
                Optional.of(address),
                holder.postNumber());
        return new Coverage(
                coverage.id(),
                coverage.kind(),
                coverage.relation(),
                coverage.insuredName(),
                moved,
                coverage.insurerName(),
                coverage.qualified(),
                coverage.issued(),
                coverage.cardValid(),
                coverage.lossReason(),
                coverage.rate(),
                coverage.preschool(),
                coverage.elderly(),
                coverage.limit(),
                coverage.diseases(),
                coverage.tickets());
    }

    static Reply active(Coverage coverage) {
        return new Reply(
                new Answer.Active(List.of(coverage)),
                MORNING,
                Optional.of(4711L),
                Optional.of("P000123"),
                Optional.of("電子証明書の有効期限が3か月以内に切れます。"),
                List.of(new Reply.Extra("ResultList/QualificationConfirmationKey", "abc")));
    }

    static Reply silent(Answer.Cause cause) {
        return Reply.of(
                new Answer.Unreachable(
                        cause,
                        Optional.empty(),
                        new Text("資格確認システムにつながりません。", "The verification system cannot be reached.")),
                MORNING);
    }
}
