package madoguchi.core;

import java.time.LocalDate;

/** カードによる照会の結果 – what came of a {@link Presentation}. */
public sealed interface Opened {

    /**
     * 認証成立 – the card is genuine, in force and in its holder's hands; the reply says what the registers know. {@link Answer.NotFound} in it means "資格情報なし": nobody's card, or one that must look so.
     *
     * @param opening names this opening for {@link CardHub#consent}; opaque, short-lived, this facility's only
     * @param reply the answer; never {@link Answer.Unreachable}
     * @param certificateEnd last valid day of the certificate, in Japan
     * @param standing how far the certificate has run, and so what is given out
     */
    record Admitted(String opening, Reply reply, LocalDate certificateEnd, CertificateStanding standing)
            implements Opened {}

    /**
     * 利用登録なし – genuine and in force, but not enrolled as an insurance card.
     *
     * @param enrollable whether {@link CardHub#enrol} may be offered now: a plastic card within its term
     * @param certificateEnd last valid day of the certificate, in Japan
     */
    record NotEnrolled(boolean enrollable, LocalDate certificateEnd) implements Opened {}

    /**
     * 認証不成立 – the card is not accepted.
     *
     * @param why the reason
     */
    record Refused(CardRefusal why) implements Opened {}

    /**
     * 応答なし – nobody answered: nothing is known about card or person.
     *
     * @param trouble which hop failed
     */
    record Unreachable(Answer.Unreachable trouble) implements Opened {}
}
