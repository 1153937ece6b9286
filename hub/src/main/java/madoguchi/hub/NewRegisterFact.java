package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import madoguchi.core.CardSerial;
import madoguchi.core.InsuredId;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Period;
import madoguchi.core.ReferenceNumber;
import madoguchi.json.CoreJson;

/**
 * 新しい台帳の事実 – an entry before it is stored.
 *
 * @param person whom it is about
 * @param valid the days for which it is said
 * @param withdrawn 取消
 * @param said what is said
 */
record NewRegisterFact(long person, Period valid, boolean withdrawn, Kept said) {

    /** What names the entry. A card and a facility's number name one entry whoever the person is: so neither leads to two. */
    Digest name() {
        return switch (said) {
            case Kept.CardLink(var card, var token, var predecessor) -> card(card);
            case Kept.Enrolment e ->
                Digest.of("ENROLMENT", text(person), valid.from().toString());
            case Kept.Reference(var facility, var number) -> reference(facility, number);
            case Kept.Consent(var facility, var scope, var from, var until) ->
                Digest.of("CONSENT", text(person), facility.digits(), scope.name(), from.toString());
            case Kept.VisitConsent(var facility, var visit, var method, var day, var from) ->
                Digest.of("VISIT_CONSENT", text(person), facility.digits(), visit.name(), from.toString());
            case Kept.Certificate(var insurer, var issued, var why) -> issued("CERTIFICATE", insurer.digits(), issued);
            case Kept.Notice(var insurer, var issued, var why) -> issued("NOTICE", insurer.digits(), issued);
            case Kept.Collection(var insured, var qualified) -> collection(insured, qualified);
            case Kept.Suppression s -> Digest.of("SUPPRESSION", text(person));
        };
    }

    static Digest card(CardSerial card) {
        return Digest.of("CARD", card.issuer(), card.serial());
    }

    static Digest reference(MedicalInstitutionCode facility, ReferenceNumber number) {
        return Digest.of("REFERENCE_NUMBER", facility.digits(), number.text());
    }

    /** Whatever the width of letters, hyphens and zeros in front: the keys that look-ups compare. */
    private Digest collection(InsuredId insured, LocalDate qualified) {
        return Digest.of(
                "COLLECTION",
                text(person),
                insured.insurer().digits(),
                insured.symbolKey(),
                insured.numberKey(),
                insured.branch().orElse(""),
                qualified.toString());
    }

    private Digest issued(String kind, String insurer, LocalDate day) {
        return Digest.of(kind, text(person), insurer, day.toString());
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    String body() {
        return CoreJson.mapper().writeValueAsString(said);
    }

    /** Whether this says again what a fact says. */
    boolean repeats(RegisterFact fact) {
        return fact.person() == person
                && fact.withdrawn() == withdrawn
                && fact.valid().equals(valid)
                && fact.said().equals(said);
    }

    /** As a fact recorded at that instant under that number. */
    RegisterFact recorded(long id, Instant at) {
        return new RegisterFact(id, at, name(), person, valid, withdrawn, said);
    }
}
