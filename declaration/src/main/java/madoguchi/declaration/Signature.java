package madoguchi.declaration;

import java.util.Optional;

/**
 * 署名 – who signed.
 *
 * @param signer the name written there
 * @param byAnother whether a guardian or somebody else signed for the patient
 * @param relation 患者との関係, only then (※5, R-UNK-12)
 */
public record Signature(Optional<String> signer, boolean byAnother, Optional<String> relation) {

    Signer by() {
        return byAnother ? Signer.GUARDIAN : Signer.SELF;
    }

    /** Never prints the name: this value may end in a log line. */
    @Override
    public String toString() {
        return "Signature[…]";
    }
}
