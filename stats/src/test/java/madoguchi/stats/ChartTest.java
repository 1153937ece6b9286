package madoguchi.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.web.Frame;
import madoguchi.web.Lang;
import org.junit.jupiter.api.Test;

/** Issue 8, part 9: SVG in which words stay words. */
final class ChartTest {

    private static final Chart RATES = new Chart(
            "％",
            List.of("件数ベース", "レセプト件数ベース"),
            List.of(
                    new Chart.Bar("病院", List.of(57.00, 60.2)),
                    new Chart.Bar("医科（病院か診療所か不明）", List.of(36.16, 41.5)),
                    new Chart.Bar("髙﨑𠮷歯科", List.of(50.04, 0.0))));

    @Test
    void wordsStayWordsAndNothingIsSetByAStyleAttribute() throws IOException {
        String svg = RATES.svg("利用率の図。同じ数字の表が下にあります。");
        Files.writeString(Files.createDirectories(Path.of("target/pictures")).resolve("chart.svg"), svg);

        assertThat(svg)
                .startsWith("<svg")
                .contains("病院", "髙﨑𠮷歯科", "件数ベース", "36.16", "role=\"img\"")
                .contains("aria-label=\"利用率の図。同じ数字の表が下にあります。\"")
                .containsPattern("<text[^>]*>病院")
                .doesNotContain(" style=")
                .doesNotContain("DOCTYPE");
    }

    @Test
    void aChartWithoutBarsIsDrawnToo() {
        assertThat(Chart.of("分", List.of()).svg("空")).startsWith("<svg");
        assertThat(Chart.of("分", List.of(new Chart.Bar("午前", List.of(0.0)))).svg("まだない"))
                .contains("午前")
                .doesNotContainPattern(">[-0-9]*E-?[0-9]|>-[0-9]");
    }

    @Test
    void aPageWithNothingToDrawHasASentenceInsteadOfAnEmptyFrame() {
        Frame frame = new Frame(
                Lang.EN,
                new Text("", ""),
                "",
                Optional.empty(),
                new Frame.Csrf("_csrf", ""),
                "/stats",
                List.of(),
                List.of());

        assertThat(Chart.of("％", List.of(new Chart.Bar("2025-10", List.of(Double.NaN))))
                        .svg(frame, new Text("図", "rates")))
                .isEqualTo(
                        "<p class=\"hint\">There is no figure above 0 to draw yet. A chart appears here once there is one.</p>");
        assertThat(RATES.svg(frame, new Text("図", "rates"))).startsWith("<svg").contains("aria-label=\"rates\"");
    }

    @Test
    void aNameCannotBreakOutOfThePicture() {
        assertThat(Chart.of("分", List.of(new Chart.Bar("<script>", List.of(1.0))))
                        .svg("\"><script>"))
                .doesNotContain("<script>");
    }
}
