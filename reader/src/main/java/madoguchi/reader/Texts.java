package madoguchi.reader;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** 文言 – every sentence of the kiosk in every language, from message files: a further language is a further file. */
final class Texts {

    private final Map<View.Speech, PropertiesFile> files = new EnumMap<>(View.Speech.class);

    Texts() {
        for (View.Speech speech : View.Speech.values()) {
            files.put(speech, PropertiesFile.load("texts_" + speech.tag() + ".properties"));
        }
    }

    /** The sentence of that name. Throws {@link IllegalStateException} where the file lacks it. */
    String of(View.Speech speech, String key) {
        return file(speech).value(key);
    }

    Set<String> keys(View.Speech speech) {
        return file(speech).keys();
    }

    private PropertiesFile file(View.Speech speech) {
        PropertiesFile file = files.get(speech);
        if (file == null) {
            throw new IllegalStateException("no texts for " + speech);
        }
        return file;
    }
}
