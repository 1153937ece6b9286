package madoguchi.core;

import java.util.Arrays;
import java.util.Optional;

/** 業務コード – a value of a code list of the eligibility interface ({@code oqs-interface.md} §4), with its code and its name on screens. */
public interface Coded {

    /** The code in files, digits or letter and digits, exactly as listed. */
    String code();

    /** The name on screens. */
    Text label();

    /** The value with this code; empty when the list does not know it (later editions add codes). */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> list, String code) {
        for (E value : list.getEnumConstants()) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Reads a code; the fault names the legal ones. */
    static <E extends Enum<E> & Coded> Parsed<E> parse(Class<E> list, String place, String typed) {
        return find(list, Typed.halfWidth(typed)).map(Parsed::of).orElseGet(() -> unknown(list, place));
    }

    private static <E extends Enum<E> & Coded> Parsed<E> unknown(Class<E> list, String place) {
        String codes = String.join(
                "・", Arrays.stream(list.getEnumConstants()).map(Coded::code).toList());
        return Parsed.fault(place, "コードは " + codes + " のいずれかです。", "The code is one of " + codes + ".");
    }
}
