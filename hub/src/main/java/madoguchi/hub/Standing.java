package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.core.CardSerial;
import madoguchi.core.ConsentScope;
import madoguchi.core.Coverage;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.ReferenceNumber;

/** 台帳の記載のまとめ – what the other registers say about one person, as known at an instant. About nobody and about a hidden person they say nothing, in the same way. */
public final class Standing {

    private final RegisterFold fold;
    private final Optional<Long> person;

    Standing(RegisterFold fold, Optional<Long> person) {
        this.fold = fold;
        this.person = person;
    }

    static Standing nobody() {
        return new Standing(RegisterFold.of(List.of(), Optional.empty(), Set.of()), Optional.empty());
    }

    private List<RegisterFact> own(List<RegisterFact> facts) {
        return facts.stream()
                .filter(fact -> person.equals(Optional.of(fact.person())))
                .toList();
    }

    /** The cards that lead to the person on a day, in order of recording. */
    public List<CardSerial> cards(LocalDate day) {
        return own(fold.on(day)).stream()
                .flatMap(fact -> fact.said() instanceof Kept.CardLink link ? Stream.of(link.card()) : Stream.empty())
                .toList();
    }

    /** 利用登録 – whether the person's cards are used as insurance cards on a day. */
    public boolean isEnrolled(LocalDate day) {
        return person.flatMap(who -> fold.enrolment(who, day)).isPresent();
    }

    /** 照会番号 – by what number a facility knows the person on a day. */
    public Optional<ReferenceNumber> reference(MedicalInstitutionCode facility, LocalDate day) {
        return person.flatMap(who -> fold.reference(facility, who, day))
                .flatMap(fact -> fact.said() instanceof Kept.Reference(var where, var number)
                        ? Optional.of(number)
                        : Optional.empty());
    }

    /** 同意 – whether a facility may see something of the person at an instant. */
    public boolean isConsented(MedicalInstitutionCode facility, ConsentScope scope, Instant at) {
        return person.filter(who -> fold.isConsented(facility, who, scope, at)).isPresent();
    }

    /** The consents given to a facility that hold at an instant, in order of recording. */
    public List<Kept.Consent> consents(MedicalInstitutionCode facility, Instant at) {
        return person.stream()
                .flatMap(who -> fold.consents(facility, who, at).stream())
                .flatMap(fact -> fact.said() instanceof Kept.Consent consent ? Stream.of(consent) : Stream.empty())
                .toList();
    }

    /** 証の回収日 – since when the insurer has the certificate of a coverage back; empty as long as it is not back on that day. */
    public Optional<LocalDate> collected(Coverage coverage, LocalDate day) {
        return person.flatMap(who -> fold.collected(who, coverage, day));
    }

    /** 資格確認書 and お知らせ that hold on a day, in order of recording. */
    public List<Kept> issued(LocalDate day) {
        return person.stream()
                .flatMap(who -> fold.issued(who, day).stream())
                .map(RegisterFact::said)
                .toList();
    }
}
