package madoguchi.portal;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Octets;
import madoguchi.core.SelfEntry.Backing;

/**
 * パスキー – a key that a phone keeps for the portal, registered after a log-in by card.
 *
 * @param id in the log
 * @param at when it was registered
 * @param name what its holder calls it
 * @param key what its signatures are checked with
 * @param backing the certificate and person it stands on
 * @param used when it last let its holder in
 * @param end why it serves no more
 */
public record Passkey(
        long id, Instant at, String name, Key key, Backing backing, Optional<Instant> used, Optional<End> end) {

    /**
     * 鍵.
     *
     * @param handle the person's random name inside the phone (user handle)
     * @param credential the key's name (credential id)
     * @param attested AAGUID, credential id and public key, as the authenticator wrote them
     * @param backupEligible whether the phone's maker may copy it to other devices
     * @param counter the highest signature counter seen; 0 where the phone counts nothing
     */
    record Key(Octets handle, Octets credential, Octets attested, boolean backupEligible, long counter) {}

    /** 終わり. */
    public enum End {
        /** 外した – by its holder. */
        REMOVED,
        /** 複製の疑い – its counter ran backwards. */
        CLONED,
        /** 後ろ盾がない – the certificate behind it leads to the holder no more. */
        BACKING
    }

    /** Never prints whose it is. */
    @Override
    public String toString() {
        return "Passkey[" + id + "]";
    }
}
