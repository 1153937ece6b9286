package madoguchi.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters, frames and signs of the kiosk against their ground, computed by the formula of WCAG 2.2 from the colours of its own style sheet: 7 to 1 and more, in both looks. */
class KioskColoursTest {

    private static final double LEAST = 7;

    /* What stands on what. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("ink", "paper"),
            List.of("strong", "paper"),
            List.of("strong-ink", "strong"),
            List.of("line", "paper"),
            List.of("alarm", "alarm-paper"),
            List.of("alarm", "paper"));

    @ParameterizedTest
    @ValueSource(strings = {":root", "html.contrast"})
    void everyPairOfColoursHasSevenToOne(String look) throws IOException {
        Map<String, String> colours = colours(look);
        for (List<String> pair : PAIRS) {
            assertThat(contrast(colour(colours, pair.getFirst()), colour(colours, pair.getLast())))
                    .as("%s: %s", look, pair)
                    .isGreaterThanOrEqualTo(LEAST);
        }
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
    }

    @Test
    void noRuleOfTheStyleSheetHasAColourOfItsOwn() throws IOException {
        String rules = css().replaceAll("(?m)^(:root|html\\.contrast) \\{.*$", "");
        assertThat(rules.replace("background: #ffffff; border-radius", ""))
                .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b(?![^{]*\\{)");
    }

    private static String colour(Map<String, String> colours, String name) {
        return Optional.ofNullable(colours.get(name)).orElseThrow();
    }

    private static Map<String, String> colours(String look) throws IOException {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(look) + " \\{(.*)}$").matcher(css());
        assertThat(line.find()).isTrue();
        Map<String, String> colours = new HashMap<>();
        Matcher colour = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})").matcher(line.group(1));
        while (colour.find()) {
            colours.put(colour.group(1), colour.group(2));
        }
        return colours;
    }

    private static String css() throws IOException {
        try (InputStream in = KioskColoursTest.class.getResourceAsStream("/static/assets/kiosk.css")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
