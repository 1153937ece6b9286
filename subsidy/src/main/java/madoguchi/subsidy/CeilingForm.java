package madoguchi.subsidy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import org.jspecify.annotations.Nullable;

/**
 * 自己負担上限額の書き方 – OUR inner form of {@code maxCopaymentAmount}; the official one is not public ({@code pmh.md} §8): {@code {"ceilings": [{"kind": "医科歯科入外", "span": "MONTH", "yen": 5000, "times": 2}], "summed":
 * ["医科歯科入外", "薬局"]}}. Kinds are the eleven of the PMH remarks, to the letter; {@code times} may be absent.
 *
 * @param ceilings 上限額, up to 20
 * @param summed またぎの合算条件
 */
record CeilingForm(List<Ceiling> ceilings, Set<CeilingKind> summed) {

    private static final int MOST = 20;
    private static final long HIGHEST = 100_000_000;

    static final CeilingForm NONE = new CeilingForm(List.of(), Set.of());

    /** Reads the item; empty when anything in it is not of the form. */
    static Optional<CeilingForm> read(Map<?, ?> item) {
        List<Optional<Ceiling>> ceilings =
                list(item.get("ceilings")).stream().map(CeilingForm::ceiling).toList();
        List<Optional<CeilingKind>> summed =
                list(item.get("summed")).stream().map(CeilingForm::kind).toList();
        boolean sound = item.keySet().stream().allMatch(Set.of("ceilings", "summed")::contains)
                && isListOrAbsent(item.get("ceilings"))
                && isListOrAbsent(item.get("summed"))
                && ceilings.size() <= MOST
                && ceilings.stream().allMatch(Optional::isPresent)
                && summed.stream().allMatch(Optional::isPresent);
        if (!sound) {
            return Optional.empty();
        }
        Set<CeilingKind> kinds = EnumSet.noneOf(CeilingKind.class);
        summed.forEach(kind -> kinds.add(kind.orElseThrow()));
        return Optional.of(
                new CeilingForm(ceilings.stream().map(Optional::orElseThrow).toList(), kinds));
    }

    private static boolean isListOrAbsent(@Nullable Object value) {
        return value == null || value instanceof List;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> values ? new ArrayList<>(values) : List.of();
    }

    private static Optional<Ceiling> ceiling(Object value) {
        if (!(value instanceof Map<?, ?> map)
                || !map.keySet().stream().allMatch(Set.of("kind", "span", "yen", "times")::contains)) {
            return Optional.empty();
        }
        Optional<CeilingKind> kind = kind(map.get("kind"));
        Optional<Ceiling.Span> span = Arrays.stream(Ceiling.Span.values())
                .filter(one -> one.name().equals(map.get("span")))
                .findFirst();
        Optional<Long> yen = number(map.get("yen"), 0, HIGHEST);
        Optional<Integer> times = number(map.get("times"), 1, 1000).map(Math::toIntExact);
        return kind.isEmpty() || span.isEmpty() || yen.isEmpty() || (map.containsKey("times") && times.isEmpty())
                ? Optional.empty()
                : Optional.of(new Ceiling(kind.get(), span.get(), yen.get(), times));
    }

    private static Optional<CeilingKind> kind(@Nullable Object label) {
        return Arrays.stream(CeilingKind.values())
                .filter(kind -> kind.label().ja().equals(label))
                .findFirst();
    }

    private static Optional<Long> number(@Nullable Object value, long least, long most) {
        return value instanceof BigInteger number
                        && number.bitLength() < 63
                        && number.longValue() >= least
                        && number.longValue() <= most
                ? Optional.of(number.longValue())
                : Optional.empty();
    }
}
