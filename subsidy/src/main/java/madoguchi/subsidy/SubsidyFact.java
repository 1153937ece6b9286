package madoguchi.subsidy;

import java.time.Instant;
import java.util.Optional;

/**
 * 事実 – one version of a certificate as said at one instant.
 *
 * @param id order of recording
 * @param recordedAt 登録日時
 * @param undoneAt when the task that brought it was undone; absent when it counts
 * @param municipality who said it
 * @param version what was said
 */
record SubsidyFact(
        long id,
        Instant recordedAt,
        Optional<Instant> undoneAt,
        MunicipalityCode municipality,
        CertificateVersion version) {

    /** Whether it counts for somebody who knows what was known at this instant. */
    boolean isKnownAt(Instant instant) {
        return !recordedAt.isAfter(instant)
                && undoneAt.filter(undone -> !undone.isAfter(instant)).isEmpty();
    }
}
