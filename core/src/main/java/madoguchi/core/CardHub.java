package madoguchi.core;

/**
 * カード認証の窓口 – the port through which a card reader at a facility talks to the hub ({@code jpki-reader.md} §2.2, §6.3). Trouble on the way is a value, never an exception. The individual number is never part of
 * it: a person is found by the certificate's number alone.
 *
 * <pre>
 * challenge ─► nonce ─► the card signs it ─► open ─► Admitted ─► consent
 *                                                └─► NotEnrolled ─► challenge, sign ─► enrol
 * </pre>
 */
public interface CardHub {

    /** 受け付けるカードを尋ねる – real or simulated, with or without PIN. */
    CardsTaken taken(Caller caller);

    /** 乱数を求める – one for each authentication. */
    Challenged challenge(Caller caller);

    /** 認証して照会する – nonce, signature, issuer, term, revocation, and then the answer. */
    Opened open(Presentation presentation);

    /** その場の利用登録 – enrols the card, of which a new nonce was signed, and opens it. For a plastic card within its term; who is enrolled already is simply opened. */
    Opened enrol(Presentation presentation);

    /** 同意を登録する – after an opening, as often as the holder changes an answer while it lives. */
    Consented consent(ConsentAnswers answers);

    /** 居宅同意を登録する – for home visits or online medical care, after an opening. {@link Filed.Refused} where the opening is over, another facility's, or takes no consents. */
    default Filed visit(VisitAnswer answer) {
        return Filed.undelivered(
                Answer.Cause.REFUSED, "この照会先には居宅同意を登録できません。", "This peer takes no consents to visits.");
    }

    /** 特定機関の証明書 – the centre's certificate for authentication without PIN (face or visual), to be sent to the card first. Simulation profile. */
    CentreAnswer terminalCertificate(Caller caller);

    /**
     * カードの乱数に答える – the centre signs the card's challenge; its key never leaves the centre. Simulation profile.
     *
     * @param challenge 16 random bytes from the card; any other length is refused
     */
    CentreAnswer answerCardChallenge(Octets challenge, Caller caller);
}
