package madoguchi.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 応答 – an answer with what came beside it.
 *
 * @param answer the outcome
 * @param subsidies 医療費助成の回答 – what came of asking for subsidies with the same question; it never changes the answer about the insurance
 * @param answeredAt when the peer answered (処理実行日時), or when waiting ended
 * @param verification the entry in the hub's verification log, where the peer is our hub
 * @param proof 確認証 – a short signed token of this check that a claim can cite later, where the peer is our hub; up to 202 characters, nothing personal
 * @param referenceNumber 照会番号 – the facility's own number of this person, where one is registered; up to 50 characters
 * @param message the peer's side message (処理結果メッセージ), verbatim, such as "the certificate expires soon"
 * @param extras elements of the peer's file that we do not know, kept and shown, never lost
 */
public record Reply(
        Answer answer,
        SubsidyAnswer subsidies,
        Instant answeredAt,
        Optional<Long> verification,
        Optional<String> proof,
        Optional<String> referenceNumber,
        Optional<String> message,
        List<Extra> extras) {

    /**
     * 未知の項目 – an element we do not know.
     *
     * @param path element names from the root, joined by {@code /}
     * @param value its text
     */
    public record Extra(String path, String value) {}

    /** Copies the list. */
    public Reply {
        extras = List.copyOf(extras);
    }

    /** An answer beside which nobody asked for subsidies. */
    public Reply(
            Answer answer,
            Instant answeredAt,
            Optional<Long> verification,
            Optional<String> proof,
            Optional<String> referenceNumber,
            Optional<String> message,
            List<Extra> extras) {
        this(answer, new SubsidyAnswer.NotAsked(), answeredAt, verification, proof, referenceNumber, message, extras);
    }

    /** An answer of a peer that gives no proof of check. */
    public Reply(
            Answer answer,
            Instant answeredAt,
            Optional<Long> verification,
            Optional<String> referenceNumber,
            Optional<String> message,
            List<Extra> extras) {
        this(answer, answeredAt, verification, Optional.empty(), referenceNumber, message, extras);
    }

    /** An answer with nothing beside it. */
    public static Reply of(Answer answer, Instant answeredAt) {
        return new Reply(answer, answeredAt, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The same answer with what came of asking for subsidies. */
    public Reply withSubsidies(SubsidyAnswer told) {
        return new Reply(answer, told, answeredAt, verification, proof, referenceNumber, message, extras);
    }
}
