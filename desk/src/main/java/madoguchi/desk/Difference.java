package madoguchi.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.BlackCircle;
import madoguchi.core.Coverage;
import madoguchi.core.LimitCertificate;
import madoguchi.core.Text;
import madoguchi.core.Typed;

/**
 * 違い – one item that is not what an earlier answer said.
 *
 * @param item what
 * @param before the earlier value; empty when there was none
 * @param now the present value; empty when there is none
 */
public record Difference(Text item, String before, String now) {

    /** Item by item, in the order a clerk compares them. Names that differ only in a lost character (●) are equal, spellings of one symbol too. */
    static List<Difference> between(Coverage before, Coverage now) {
        List<Difference> found = new ArrayList<>();
        compare(found, new Text("保険者", "insurer"), insurer(before), insurer(now));
        if (!before.id().symbolKey().equals(now.id().symbolKey())) {
            compare(
                    found,
                    new Text("記号", "symbol"),
                    text(before.id().symbol()),
                    text(now.id().symbol()));
        }
        if (!before.id().numberKey().equals(now.id().numberKey())) {
            compare(
                    found,
                    new Text("番号", "number"),
                    before.id().number(),
                    now.id().number());
        }
        compare(
                found,
                new Text("枝番", "branch"),
                text(before.id().branch()),
                text(now.id().branch()));
        if (!BlackCircle.mayEqual(
                before.holder().name().written(), now.holder().name().written())) {
            compare(
                    found,
                    new Text("氏名", "name"),
                    before.holder().name().written(),
                    now.holder().name().written());
        }
        if (!address(before).equals(address(now))) {
            compare(
                    found,
                    new Text("住所", "address"),
                    text(before.holder().address()),
                    text(now.holder().address()));
        }
        compare(found, new Text("限度額区分", "limit class"), limit(before), limit(now));
        compare(found, new Text("登録の負担割合", "registered share"), rate(before), rate(now));
        return List.copyOf(found);
    }

    private static void compare(List<Difference> found, Text item, String before, String now) {
        if (!before.equals(now)) {
            found.add(new Difference(item, before, now));
        }
    }

    private static String insurer(Coverage coverage) {
        return coverage.insurerName() + " " + coverage.id().insurer();
    }

    private static String address(Coverage coverage) {
        return coverage.holder().address().map(Typed::key).orElse("");
    }

    private static String limit(Coverage coverage) {
        return coverage.limit()
                .map(LimitCertificate::limitClass)
                .map(limitClass -> limitClass.label().ja())
                .orElse("");
    }

    private static String rate(Coverage coverage) {
        return coverage.rate()
                .or(() -> coverage.elderly().map(elderly -> elderly.rate()))
                .map(rate -> rate.label().ja())
                .orElse("");
    }

    private static String text(Optional<String> value) {
        return value.orElse("");
    }
}
