package madoguchi.core;

/** 受け付けるカード – which cards a hub takes, and how their holders may be confirmed: a reader says so on its screen and offers nothing else. */
public sealed interface CardsTaken {

    /**
     * 回答.
     *
     * @param simulated whether its cards are simulated; real and simulated ones never mix
     * @param withoutPin whether it lends the centre's signature, so that a face or the eyes of staff are enough. For real cards no public text says how, so a PIN is needed
     */
    record Told(boolean simulated, boolean withoutPin) implements CardsTaken {}

    /**
     * 応答なし – nobody told.
     *
     * @param trouble which hop failed
     */
    record Unreachable(Answer.Unreachable trouble) implements CardsTaken {}
}
