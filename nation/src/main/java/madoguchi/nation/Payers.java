package madoguchi.nation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import madoguchi.core.InsurerNumber;

/** 保険者の一覧 – every insurer with every name it was registered under, by a number of their own. A few thousand. */
final class Payers {

    /**
     * 保険者.
     *
     * @param insurer 保険者番号
     * @param name 保険者名称
     */
    record Payer(InsurerNumber insurer, String name) {}

    private static final List<Optional<String>> BRANCHES = IntStream.range(0, 100)
            .mapToObj(branch -> Optional.of((branch < 10 ? "0" : "") + branch))
            .toList();

    private final List<Payer> payers = new ArrayList<>();
    private final Map<Payer, Integer> numbers = new HashMap<>();

    int of(InsurerNumber insurer, String name) {
        return numbers.computeIfAbsent(new Payer(insurer, name), payer -> {
            payers.add(payer);
            return payers.size() - 1;
        });
    }

    Payer get(int number) {
        return payers.get(number);
    }

    static Optional<String> branch(int number) {
        return BRANCHES.get(number);
    }

    void write(PackedBytes out) {
        out.number(payers.size());
        payers.forEach(payer -> out.text(payer.insurer().digits()).text(payer.name()));
    }

    static Payers read(PackedView in) {
        Payers payers = new Payers();
        for (long left = in.number(); left > 0; left--) {
            payers.of(new InsurerNumber(in.text()), in.text());
        }
        return payers;
    }
}
