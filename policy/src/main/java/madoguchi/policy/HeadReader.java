package madoguchi.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.Text;

/** 表の頭の読取 – the head of a table from the block that declares it. */
final class HeadReader {

    private static final int MOST_SITUATIONS = 1_000_000;

    private HeadReader() {}

    /** The head; empty, with problems, when it is faulty. */
    static Optional<TableHead> head(Block block, String name) {
        int before = block.problemCount();
        Optional<Text> title = block.sentence("title");
        Optional<Text> question = block.sentence("question");
        List<Facet> facets = block.blocks("facets").stream()
                .flatMap(facet -> facet(facet).stream())
                .toList();
        List<Kind> verdicts = words(block.blocks("verdicts"));
        List<ValueName> values = block.blocks("values").stream()
                .flatMap(value -> value(value, verdicts).stream())
                .toList();
        if (facets.isEmpty() || verdicts.isEmpty()) {
            block.fault("facets と verdicts に一つ以上書いてください。", "\"facets\" and \"verdicts\" need at least one entry each.");
        }
        if (facets.stream()
                        .mapToLong(facet -> facet.kinds().size())
                        .reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE))
                > MOST_SITUATIONS) {
            block.fault("状況が百万通りを超えます。", "There are more than a million situations.");
        }
        if (block.problemCount() > before) {
            return Optional.empty();
        }
        return Optional.of(new TableHead(name, title.orElseThrow(), question.orElseThrow(), facets, verdicts, values));
    }

    private static Optional<Facet> facet(Block block) {
        Optional<String> name = block.text("name");
        Optional<Text> label = block.sentence("label");
        List<Kind> kinds = block.has("vocabulary") ? known(block) : words(block.blocks("kinds"));
        if (kinds.isEmpty()) {
            block.fault("kinds か vocabulary を書いてください。", "Give \"kinds\" or a \"vocabulary\".");
        }
        block.closed();
        return name.flatMap(n -> label.map(l -> new Facet(n, l, kinds)));
    }

    private static List<Kind> known(Block block) {
        String name = block.optionalText("vocabulary").orElse("");
        Optional<List<Kind>> list = Vocabulary.list(name);
        if (list.isEmpty()) {
            block.fault(
                    "知らない vocabulary \"" + name + "\" です。使えるのは " + Vocabulary.names() + " です。",
                    "\"" + name + "\" is an unknown vocabulary. Known are: " + Vocabulary.names() + ".");
        }
        return list.orElse(List.of());
    }

    private static List<Kind> words(List<Block> blocks) {
        List<Kind> kinds = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Block block : blocks) {
            Optional<String> word = block.text("word");
            Optional<Text> label = block.inBothLanguages();
            if (word.isPresent() && !seen.add(word.get())) {
                block.fault("語 " + word.get() + " が二度あります。", "The word " + word.get() + " is listed twice.");
            } else if (word.isPresent() && label.isPresent()) {
                kinds.add(new Word(word.get(), label.get(), kinds.size()));
            }
        }
        return kinds;
    }

    private static Optional<ValueName> value(Block block, List<Kind> verdicts) {
        Optional<String> name = block.text("name");
        List<String> given = block.words("for");
        Optional<Text> label = block.inBothLanguages();
        Set<String> known = verdicts.stream().map(Kind::word).collect(Collectors.toSet());
        if (given.isEmpty() || !known.containsAll(given)) {
            block.fault("for には verdicts の語を書いてください。", "\"for\" lists words of \"verdicts\".");
        }
        return name.flatMap(n -> label.map(l -> new ValueName(n, l, Set.copyOf(given))));
    }
}
