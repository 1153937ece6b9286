package madoguchi.core;

/** 特定機関認証の応答 – bytes that the centre gives for the card. Simulation profile, not that of J-LIS, whose wire format is not public ({@code jpki-reader.md} §2.2 E). */
public sealed interface CentreAnswer {

    /**
     * 応答.
     *
     * @param bytes a certificate or a signature, to be relayed to the card as they are
     */
    record Given(Octets bytes) implements CentreAnswer {}

    /**
     * 応答なし.
     *
     * @param trouble which hop failed
     */
    record Unreachable(Answer.Unreachable trouble) implements CentreAnswer {}
}
