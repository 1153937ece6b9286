package madoguchi.town;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * YAML の一項目 – a mapping of a YAML file, with readers that say which key is missing.
 *
 * @param map the mapping as the parser gave it
 */
record YamlEntry(Map<?, ?> map) {

    /** The mappings of a file that is one list. */
    static List<YamlEntry> list(String yaml) {
        return entries(new Yaml(new SafeConstructor(new LoaderOptions())).<List<?>>load(yaml));
    }

    List<String> keys() {
        return map.keySet().stream().map(String::valueOf).toList();
    }

    String text(String key) {
        return find(key).orElseThrow(() -> new NoSuchElementException("no " + key + " in the entry"));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(map.get(key)).map(String::valueOf);
    }

    YamlEntry entry(String key) {
        return map.get(key) instanceof Map<?, ?> inner ? new YamlEntry(inner) : missing(key);
    }

    List<YamlEntry> entries(String key) {
        return map.get(key) instanceof List<?> list ? entries(list) : List.of();
    }

    List<String> texts(String key) {
        return map.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static List<YamlEntry> entries(List<?> list) {
        return list.stream().map(item -> new YamlEntry((Map<?, ?>) item)).toList();
    }

    private static YamlEntry missing(String key) {
        throw new NoSuchElementException("no " + key + " in the entry");
    }
}
