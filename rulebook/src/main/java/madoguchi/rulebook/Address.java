package madoguchi.rulebook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;

/** 行き先 – addresses of the pages. They name tables, days and words searched for, never a person. */
final class Address {

    private Address() {}

    /** A table, as it stands on a day in which this row is in force, at the row. */
    static String of(Table table, Rule rule) {
        return table(table, Map.of("day", rule.example().day().toString())) + "#" + rule.id();
    }

    static String table(Table table, Map<String, String> query) {
        return with("/rules/" + table.name(), query);
    }

    /** The page that tries a situation, at the example of the row. */
    static String trial(Table table, Rule rule) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("day", rule.example().day().toString());
        query.putAll(Decision.words(table, rule.example().situation()));
        return with("/rules/" + table.name() + "/try", query);
    }

    static String with(String path, Map<String, String> query) {
        String words = query.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return words.isEmpty() ? path : path + "?" + words;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
