package madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.fixture.Fuzz;
import org.junit.jupiter.api.Test;

/**
 * フォルダに来るあらゆるファイル – every reading of the terminal's files on files that chance made (S7): none throws, no fault repeats a number or a name of the file, and what was read can be written and read again.
 * {@code -Dmadoguchi.fuzz.seconds=60} tries each for a minute.
 */
class FuzzTest {

    private static final Instant READ_AT = Instant.parse("2026-08-03T00:15:04Z");
    private static final Pattern NUMBERS = Pattern.compile("\\d{6,}");

    @Test
    void noFileBreaksTheReadingOfARequestAndWhatWasReadIsWrittenAndReadAgain() {
        Fuzz.run("request", 3_000, seeds(Samples.REQUEST), FuzzTest::request);
    }

    static Object request(byte[] file) {
        return said(file, Requests.read(file), request -> {
            assertThat(Requests.read(Requests.write(request, OqsCharset.UTF_8))).isEqualTo(Parsed.of(request));
            // Shift_JIS has no sign for some characters and writes ● instead.
            assertThat(Requests.read(Requests.write(request, OqsCharset.SHIFT_JIS))
                            .problems())
                    .isEmpty();
        });
    }

    @Test
    void noFileBreaksTheReadingOfAResponse() {
        Fuzz.run(
                "response",
                3_000,
                seeds(
                        Samples.ACTIVE,
                        Samples.NO_MATCH,
                        Samples.LOST,
                        Samples.SYSTEM_ERROR,
                        Samples.FACE,
                        Samples.FACE_MEDICAL_AID),
                FuzzTest::response);
    }

    static Object response(byte[] file) {
        return said(file, Responses.read(file, READ_AT), response -> {
            for (OqsCharset charset : OqsCharset.values()) {
                byte[] written = Responses.write(response, charset);
                assertThat(Responses.read(written, READ_AT).problems())
                        .as("in %s", charset)
                        .isEmpty();
            }
        });
    }

    @Test
    void noFileBreaksAReadingOfFilesAboutManyPersons() {
        List<byte[]> seeds = seeds(
                "OQSmuquc01req_202608030010.xml",
                "OQSmuquc01res_202608030010.xml",
                "OQSmuquc02req_202608030011.xml",
                "OQSmuquc02res_202608030011.xml",
                "OQSsiimm01req_202608030020.xml",
                "OQSmuimm02res_202608030031.xml");
        Fuzz.run("many", 500, seeds, FuzzTest::many);
    }

    static Object many(byte[] file) {
        List<Object> said = new ArrayList<>();
        for (ManyKind kind : ManyKind.values()) {
            for (ManyKind.Step step : ManyKind.Step.values()) {
                ManyKind.Named named = new ManyKind.Named(kind, step, kind.request(step) + "1");
                said.add(said(
                        file,
                        ManyRequest.read(named, file),
                        request -> assertThat(request.persons()).doesNotContainNull()));
            }
        }
        said.add(said(
                file,
                FourSteps.receipt(file, READ_AT),
                receipt -> assertThat(FourSteps.receipt(FourSteps.write(receipt, OqsCharset.UTF_8), READ_AT)
                                .problems())
                        .isEmpty()));
        said.add(said(
                file,
                BulkFiles.collected(file, READ_AT),
                collected -> assertThat(BulkFiles.collected(BulkFiles.write(collected, OqsCharset.SHIFT_JIS), READ_AT)
                                .problems())
                        .isEmpty()));
        said.add(said(file, References.outcomes(file), outcomes -> {}));
        return said;
    }

    @Test
    void noTextBreaksTheReadingOfAScript() {
        byte[] script = "next = active\nid 123_1 = notFound # as said\ninsured 138016 567890 = unreachable\n"
                .getBytes(StandardCharsets.UTF_8);
        Fuzz.run(
                "script",
                3_000,
                List.of(script),
                text -> Script.parse(new String(text, StandardCharsets.UTF_8)).problems().stream()
                        .map(problem -> problem.reason().en())
                        .distinct()
                        .toList());
    }

    @Test
    void noTextBreaksTheReadingOfSimulatedConsents() {
        byte[] lines = "# 模擬\n訪問,139991,12-34,567890,02,19870412\nオンライン,  139991,,1,,19870412,20260810\n"
                .getBytes(StandardCharsets.UTF_8);
        Fuzz.run(
                "visits",
                3_000,
                List.of(lines),
                text -> VisitLines.read(text).problems().stream()
                        .map(problem -> problem.place().replaceAll("[0-9]+", "n"))
                        .distinct()
                        .toList());
    }

    @Test
    void noNameOfAFileBreaksItsReading() {
        List<byte[]> names = Stream.of("OQSmuquc01req_202608030010.xml", "OQSsiimm01req_202608030020.xml")
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toList();
        Fuzz.run(
                "name",
                5_000,
                names,
                text -> ManyKind.of(new String(text, StandardCharsets.UTF_8)).map(named -> {
                    assertThat(named.answer()).doesNotContain("/", "\\", "..").hasSizeLessThan(100);
                    return named.kind() + " " + named.step();
                }));
    }

    private static List<byte[]> seeds(String... names) {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : names) {
            seeds.add(Samples.bytes(name));
        }
        return seeds;
    }

    private interface Use<T> {
        void of(T value);
    }

    private static <T> Object said(byte[] file, Parsed<T> parsed, Use<T> use) {
        return switch (parsed) {
            case Parsed.Value<T>(var value) -> {
                use.of(value);
                yield "read";
            }
            case Parsed.Faults<T>(var problems) -> {
                problems.forEach(problem -> harmless(file, problem.toString()));
                yield places(problems);
            }
        };
    }

    private static Object places(List<Problem> problems) {
        Function<Problem, String> place = problem -> problem.place().replaceAll("\\d+", "#");
        return problems.stream().map(place).distinct().toList();
    }

    /** No number of six digits and more and no name of the file stands in the words. */
    private static void harmless(byte[] file, String words) {
        assertThat(words.length()).isLessThan(600);
        assertThat(words).doesNotContain("架空", "花子", "ﾊﾅｺ");
        Matcher said = NUMBERS.matcher(words);
        String text = new String(file, StandardCharsets.UTF_8);
        while (said.find()) {
            assertThat(text.contains(said.group()))
                    .as("a number of the file is repeated")
                    .isFalse();
        }
    }
}
