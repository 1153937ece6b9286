package madoguchi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.Holder;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Reply;
import madoguchi.core.Sex;
import madoguchi.core.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

class CoreJsonTest {

    private static final LocalDate BIRTH = LocalDate.of(1987, 4, 12);
    private static final InsuredId ID =
            new InsuredId(new InsurerNumber("138016"), Optional.of("12-34"), "567890", Optional.of("02"));
    private static final Coverage COVERAGE = new Coverage(
            ID,
            CoverageClass.GENERAL,
            Optional.of(Relation.DEPENDENT),
            Optional.empty(),
            new Holder(
                    PersonName.of("見本　𠮷子", "ﾐﾎﾝ ﾖｼｺ"),
                    Sex.FEMALE,
                    Optional.empty(),
                    BIRTH,
                    Optional.of("架空区"),
                    Optional.empty()),
            "架空区国民健康保険",
            Optional.of(Period.startingOn(LocalDate.of(2020, 4, 1))),
            Optional.empty(),
            Optional.of(Period.through(LocalDate.of(2025, 8, 1), LocalDate.of(2027, 7, 31))),
            Optional.empty(),
            Optional.of(new CopaymentRate(30)),
            false,
            Optional.empty(),
            Optional.of(new LimitCertificate(
                    LimitKind.LIMIT,
                    LimitClass.A03,
                    Optional.empty(),
                    Period.startingOn(LocalDate.of(2025, 8, 1)),
                    Optional.empty())),
            List.of(),
            List.of());

    static List<Answer> everyOutcome() {
        return List.of(
                new Answer.Active(List.of(COVERAGE)),
                new Answer.ActiveUnregistered(COVERAGE),
                new Answer.Inactive(Optional.of(COVERAGE)),
                new Answer.InactiveNewExists(Optional.empty()),
                new Answer.NotFound(),
                new Answer.Ambiguous(),
                new Answer.Unreachable(Answer.Cause.TIMEOUT, Optional.of("X1"), new Text("時間切れ", "timed out")),
                new Answer.NotAsked());
    }

    @ParameterizedTest
    @MethodSource("everyOutcome")
    void everyAnswerComesBackAsItWent(Answer answer) {
        var reply = new Reply(
                answer,
                Instant.parse("2026-11-21T00:00:00Z"),
                Optional.of(7L),
                Optional.of("P000123"),
                Optional.empty(),
                List.of(new Reply.Extra("XmlMsg/New", "値")));
        String json = CoreJson.mapper().writeValueAsString(reply);
        assertThat(CoreJson.mapper().readValue(json, Reply.class)).isEqualTo(reply);
    }

    @Test
    void anInquiryComesBackAsItWent() {
        var caller = new Caller(new MedicalInstitutionCode("1319999913"), "desk", "yamamoto");
        var inquiry = Inquiry.byNumber(ID, BIRTH, LocalDate.of(2026, 11, 21), true, caller)
                .asKnownAt(Instant.parse("2026-11-01T00:00:00Z"));
        String json = CoreJson.mapper().writeValueAsString(inquiry);
        assertThat(CoreJson.mapper().readValue(json, Inquiry.class)).isEqualTo(inquiry);
        assertThat(json).contains("\"facility\":\"1319999913\"").contains("\"birth\":\"1987-04-12\"");
    }

    @Test
    void anUnknownPropertyIsRefusedByName() {
        assertThatThrownBy(() ->
                        CoreJson.mapper().readValue("{\"outcome\":\"notFound\",\"colour\":\"red\"}", Answer.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("colour");
    }
}
