package madoguchi.core;

import java.util.List;

/**
 * 照会番号の台帳 – the port through which a facility gives its own number of a patient to the hub, to get it back with later answers ({@code oqs-interface.md} §7.2).
 *
 * <p>A reference number is never a key to ask by.
 */
@FunctionalInterface
public interface ReferenceNumbers {

    /**
     * 照会番号の登録.
     *
     * @param number 照会番号, 1 to 50 characters
     * @param insured whose it is
     */
    record Registration(String number, InsuredId insured) {

        /** Never prints the person. */
        @Override
        public String toString() {
            return "Registration[…]";
        }
    }

    /** Registers one for the caller's facility. Empty: accepted; else every reason why not. */
    List<Problem> register(Registration registration, Caller caller);
}
