package madoguchi.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 照会 – one question to the hub: is this person covered on this day, as far as was known at this instant?
 *
 * @param subject whom it is about: by number or by card
 * @param day 資格確認日 – the day of the visit; may lie in the past, or in the near future for an appointment
 * @param knownAt the instant of knowledge asked about; absent means now. Facts recorded later are not seen: replays a disputed answer
 * @param limitConsent 限度額適用認定証提供同意
 * @param diseaseConsent 特定疾病 提供同意; only at the card reader
 * @param subsidies 医療費助成の利用: whether the person wants their subsidies to be told, too
 * @param caller who asks
 */
public record Inquiry(
        Subject subject,
        LocalDate day,
        Optional<Instant> knownAt,
        boolean limitConsent,
        boolean diseaseConsent,
        SubsidyUse subsidies,
        Caller caller) {

    /** A question in which subsidies were not spoken of. */
    public Inquiry(
            Subject subject,
            LocalDate day,
            Optional<Instant> knownAt,
            boolean limitConsent,
            boolean diseaseConsent,
            Caller caller) {
        this(subject, day, knownAt, limitConsent, diseaseConsent, SubsidyUse.NOT_ASKED, caller);
    }

    /** An inquiry by number as of now, without any consent but the one for the limit class. */
    public static Inquiry byNumber(
            InsuredId insured, LocalDate birth, LocalDate day, boolean limitConsent, Caller caller) {
        return new Inquiry(new Subject.ByNumber(insured, birth), day, Optional.empty(), limitConsent, false, caller);
    }

    /** An inquiry by card as of now, with both consents of the person who holds it. */
    public static Inquiry byCard(CardSerial card, LocalDate day, Caller caller) {
        return new Inquiry(new Subject.ByCard(card), day, Optional.empty(), true, true, caller);
    }

    /** 照会区分: by card, or by the number on a certificate. */
    public InquiryKind kind() {
        return subject.kind();
    }

    /** The number and birth date asked for; empty when asked by card. */
    public Optional<Subject.ByNumber> number() {
        return subject instanceof Subject.ByNumber number ? Optional.of(number) : Optional.empty();
    }

    /** The same question about an earlier state of knowledge. */
    public Inquiry asKnownAt(Instant instant) {
        return new Inquiry(subject, day, Optional.of(instant), limitConsent, diseaseConsent, subsidies, caller);
    }

    /** The same question of somebody who answered so about their subsidies. */
    public Inquiry withSubsidies(SubsidyUse use) {
        return new Inquiry(subject, day, knownAt, limitConsent, diseaseConsent, use, caller);
    }

    /** Never prints the person asked about: this value may end in a log line. */
    @Override
    public String toString() {
        return "Inquiry[kind=" + kind() + ", day=" + day + ", facility=" + caller.facility() + "]";
    }
}
