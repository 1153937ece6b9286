package madoguchi.leaflet;

import java.util.Arrays;
import java.util.Optional;

/** 用紙 – upright, 210 × 297 mm or 148 × 210 mm. */
public enum PaperSize {
    /** 210 × 297 mm. */
    A4,
    /** 148 × 210 mm. */
    A5;

    /** The size of this name in any case; empty when there is none. */
    public static Optional<PaperSize> of(String name) {
        return Arrays.stream(values())
                .filter(size -> size.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
