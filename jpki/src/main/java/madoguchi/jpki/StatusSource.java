package madoguchi.jpki;

import java.time.Instant;

/** 失効情報の問い合わせ先 – one way to ask whether a certificate is revoked. */
@FunctionalInterface
public interface StatusSource {

    /** Asks once; {@link RevocationStatus.Unconfirmed} when there was no answer, or none that can be trusted. Never throws on what a peer sends. */
    RevocationStatus ask(Checked.Genuine certificate, Instant now);

    /** Asks the next where the one before could not confirm: OCSP first, then the list. */
    static StatusSource inOrder(StatusSource... sources) {
        return (certificate, now) -> {
            for (StatusSource source : sources) {
                RevocationStatus status = source.ask(certificate, now);
                if (!(status instanceof RevocationStatus.Unconfirmed)) {
                    return status;
                }
            }
            return new RevocationStatus.Unconfirmed();
        };
    }
}
