package madoguchi.survey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** 指紋 – tells whether a file was taken before. */
final class Fingerprint {

    private Fingerprint() {}

    /** SHA-256, 32 bytes. */
    static byte[] of(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
