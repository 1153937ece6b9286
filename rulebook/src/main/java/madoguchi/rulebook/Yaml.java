package madoguchi.rulebook;

import java.util.Map;
import madoguchi.json.CoreJson;
import org.yaml.snakeyaml.DumperOptions;
import tools.jackson.databind.node.ObjectNode;

/** YAML の書出 – a JSON document as YAML for people to read. */
final class Yaml {

    private Yaml() {}

    static String of(ObjectNode document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(160);
        return new org.yaml.snakeyaml.Yaml(options).dump(CoreJson.mapper().convertValue(document, Map.class));
    }
}
