package madoguchi.declaration;

import madoguchi.json.CoreJson;

/** 申立書の文字表現 – the JSON form of {@link Declaration} in the log. */
final class DeclarationJson {

    private DeclarationJson() {}

    static String write(Declaration said) {
        return CoreJson.mapper().writeValueAsString(said);
    }

    static Declaration read(String json) {
        return CoreJson.mapper().readValue(json, Declaration.class);
    }
}
