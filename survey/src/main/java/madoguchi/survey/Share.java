package madoguchi.survey;

import java.util.Optional;

/**
 * 割合 – a part of a whole, written in per cent with one decimal, halves rounded up, as the published figures are. No floating point.
 *
 * @param part 0 or more
 * @param whole 0 or more; of nothing there is no per cent
 */
public record Share(long part, long whole) {

    /** 百分率 – tenths of a per cent: 702 for 70.2 %; empty when the whole is 0. */
    public Optional<Long> tenths() {
        return whole == 0 ? Optional.empty() : Optional.of((2000 * part + whole) / (2 * whole));
    }

    /** 「70.2」; 「－」 of nothing. */
    public String percent() {
        return tenths().map(tenths -> tenths / 10 + "." + tenths % 10).orElse("－");
    }
}
