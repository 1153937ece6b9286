package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Occasion;
import madoguchi.policy.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log is never rewritten: what an earlier version wrote is read for ever. */
class EventJsonTest {

    @Test
    void whatWasShownBeforeRecordsAndSchoolEventsWereAskedFor() {
        assertThat(EventJson.read("""
                        {"event":"showed","shown":"CARD_UNREADABLE","firstVisit":true,"operator":"yamamoto"}"""))
                .isEqualTo(new VisitEvent.Showed(
                        Shown.CARD_UNREADABLE, madoguchi.policy.Visit.FIRST, Occasion.ORDINARY, "yamamoto"));
        assertThat(EventJson.read("""
                        {"shown": "NOTHING", "event": "showed", "operator": "y", "firstVisit": false}"""))
                .isEqualTo(
                        new VisitEvent.Showed(Shown.NOTHING, madoguchi.policy.Visit.RETURNING, Occasion.ORDINARY, "y"));
    }

    @ParameterizedTest
    @EnumSource(
            value = EvidenceKind.class,
            names = {
                "CARD_READ",
                "CERTIFICATE",
                "NUMBER_INQUIRY",
                "PORTAL_SCREEN",
                "PORTAL_PDF",
                "NOTICE",
                "ORAL_CONFIRMATION",
                "DECLARATION",
                "MEDICAL_TICKET"
            })
    void aConfirmationWithoutTheRuleThatAllowedIt(EvidenceKind evidence) {
        assertThat(EventJson.read(
                        "{\"event\":\"confirmed\",\"evidence\":\"" + evidence + "\",\"operator\":\"yamamoto\"}"))
                .isEqualTo(new VisitEvent.Confirmed(evidence, Optional.empty(), "yamamoto"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CARD",
                "CARD_UNREADABLE",
                "SMARTPHONE_ONLY_UNREADABLE",
                "CERTIFICATE",
                "INSURANCE_CARD",
                "EXPIRED_INSURANCE_CARD",
                "NOTICE",
                "NOTHING"
            })
    void everythingThatCouldBeShown(String shown) {
        assertThat(EventJson.read(
                        "{\"event\":\"showed\",\"shown\":\"" + shown + "\",\"firstVisit\":false,\"operator\":\"y\"}"))
                .isInstanceOf(VisitEvent.Showed.class);
    }

    @Test
    void aWholeReceptionOfTheEarlierVersionStandsAsItStood() {
        var facts = java.util.List.of("""
                        {"event":"asked","question":{"insured":{"insurer":"138016","symbol":"12-34","number":"567890","branch":"02"},"birth":"1987-04-12","day":"2026-05-25","limitConsent":true},"operator":"yamamoto"}""", """
                        {"event":"showed","shown":"CARD_UNREADABLE","firstVisit":false,"operator":"yamamoto"}""", """
                        {"event":"replied","reply":{"answer":{"outcome":"unreachable","cause":"NETWORK","detail":{"ja":"つながりません。","en":"Cannot be reached."}},"answeredAt":"2026-05-25T00:05:00Z","extras":[]}}""", """
                        {"event":"confirmed","evidence":"PORTAL_SCREEN","operator":"yamamoto"}""", """
                        {"event":"reopened","operator":"yamamoto"}""", """
                        {"event":"confirmed","evidence":"ORAL_CONFIRMATION","operator":"yamamoto"}""", """
                        {"event":"closed","operator":"yamamoto"}""");
        var log = new java.util.ArrayList<Entry>();
        facts.forEach(json -> log.add(new Entry(log.size() + 1, "a", Sample.MORNING, EventJson.read(json))));
        Visit visit = Visit.fold(log).getFirst();
        assertThat(visit.question()).contains(Sample.ABOUT_HANAKO);
        assertThat(visit.state()).isEqualTo(State.DOWN);
        assertThat(visit.taken()).extracting(Taken::evidence).containsExactly(EvidenceKind.ORAL_CONFIRMATION);
        assertThat(visit.closed()).isTrue();
        assertThat(Sample.nextStep().standing(visit).settled()).isTrue();
    }
}
