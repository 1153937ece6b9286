package madoguchi.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms that were really printed, ticked, and sent in bad shape. With {@code -Dmadoguchi.pictures=true} pictures are left in {@code target/pictures} to be looked at. */
class FormReaderTest {

    private static final boolean PICTURES = Boolean.getBoolean("madoguchi.pictures");

    private static final FormReader READER =
            new FormReader(version -> version == 7 ? Optional.of(FilledForm.QUESTIONS) : Optional.empty());

    private static final Set<String> TICKS = Set.of(
            "q1.a50",
            "q3.clinic",
            "q4.up",
            "q5.o30",
            "q6.invalid",
            "q6.black-circle",
            "q6.notice-only",
            "q8.full",
            "q8.history",
            "q9.burden",
            "q10.desk",
            "q10.cost");

    private static Stream<Named<UnaryOperator<FilledForm>>> shapes() {
        return Stream.of(
                Named.of("scan", form -> form),
                Named.of("turned 4 degrees", form -> form.turned(4)),
                Named.of("turned -7 degrees", form -> form.turned(-7)),
                Named.of("upside down", form -> form.turned(180)),
                Named.of("on its side", form -> form.turned(90)),
                Named.of("slanted and stretched", form -> form.slanted(0.02, 1.03)),
                Named.of("FAX fine", form -> form.turned(1).faxed(196, 0.01)),
                Named.of("FAX standard", form -> form.turned(-0.8).faxed(98, 0.005)),
                Named.of("FAX standard, long", form -> form.slanted(-0.01, 1.02).faxed(98, 0.01)),
                Named.of("photograph", FilledForm::photographed));
    }

    private static FilledForm filled(long seed) {
        FilledForm form = FilledForm.blank(seed);
        TICKS.forEach(form::tick);
        return form;
    }

    private static Set<String> names(FormRead.Read read) {
        return read.ticked().entrySet().stream()
                .flatMap(ticked -> ticked.getValue().stream().map(option -> ticked.getKey() + "." + option))
                .collect(Collectors.toSet());
    }

    private static File picture(String name) throws IOException {
        Files.createDirectories(Path.of("target", "pictures"));
        return Path.of("target", "pictures", name + ".png").toFile();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyTickIsReadAndNoneInvented(UnaryOperator<FilledForm> shape) throws IOException {
        BufferedImage image = shape.apply(filled(37)).image();
        if (PICTURES) {
            ImageIO.write(image, "png", picture("form-" + image.getWidth() + "x" + image.getHeight()));
        }
        assertThat(READER.read(image)).isInstanceOfSatisfying(FormRead.Read.class, read -> {
            assertThat(read.code()).isEqualTo(new FormCode(7, FilledForm.TOKEN));
            assertThat(names(read)).isEqualTo(TICKS);
            assertThat(read.doubts()).isEmpty();
        });
    }

    /** A form that was sent, and what was ticked on it. */
    private record Sent(BufferedImage image, Set<String> ticked) {}

    @Test
    void onFormsFilledByChanceNothingIsEverReadWrong() {
        Random random = new Random(41);
        List<Sent> all = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            all.add(byChance(random));
        }
        // Read side by side: the reader keeps nothing between two pages.
        List<FormRead> reads =
                all.parallelStream().map(sent -> READER.read(sent.image())).toList();
        int doubts = 0;
        for (int i = 0; i < all.size(); i++) {
            FormRead.Read read = (FormRead.Read) reads.get(i);
            Set<String> unsure = read.doubts().stream()
                    .map(doubt -> doubt.question() + "." + doubt.option())
                    .collect(Collectors.toSet());
            doubts += unsure.size();
            Set<String> sure = new HashSet<>(all.get(i).ticked());
            sure.removeAll(unsure);
            assertThat(names(read)).isEqualTo(sure);
        }
        assertThat(doubts).isLessThanOrEqualTo(6);
    }

    private static Sent byChance(Random random) {
        FilledForm form = FilledForm.blank(random.nextLong());
        Set<String> ticked = new HashSet<>();
        for (Question question : FilledForm.QUESTIONS.questions()) {
            List<String> codes = question.options().stream()
                    .filter(option -> !option.alone())
                    .map(Option::code)
                    .toList();
            int count = codes.isEmpty()
                    ? 0
                    : question.kind() == QuestionKind.SINGLE ? random.nextInt(2) : random.nextInt(codes.size());
            for (int i = 0; i < count; i++) {
                String name = question.id() + "."
                        + codes.get(question.kind() == QuestionKind.SINGLE ? random.nextInt(codes.size()) : i);
                ticked.add(name);
                if (random.nextInt(5) == 0) {
                    form.fill(name);
                } else {
                    form.tick(name);
                }
            }
        }
        FilledForm turned = form.turned(random.nextDouble() * 6 - 3);
        FilledForm sent = random.nextBoolean()
                ? turned.faxed(98, random.nextDouble() * 0.01)
                : turned.faxed(196, random.nextDouble() * 0.02);
        return new Sent(sent.image(), ticked);
    }

    @Test
    void whatCouldBeAnythingGoesToAPersonWithItsPicture() throws IOException {
        FilledForm form = FilledForm.blank(3)
                .tick("q9.none")
                .speck("q6.share")
                .tick("q4.up")
                .fill("q4.same")
                .tick("q6.reader");
        form.write("q8", "full", "12").write("q11", Given.ITSELF, "Wait times are long");
        FormRead.Read read = (FormRead.Read) READER.read(form.turned(2).image());
        assertThat(read.doubts().stream().map(FormRead.Doubt::toString))
                .containsExactlyInAnyOrder(
                        "MARK q6.share FAINT",
                        "MARK q4.up SEVERAL",
                        "MARK q4.same SEVERAL",
                        "NUMBER q8.full HANDWRITING",
                        "TEXT q11. HANDWRITING");
        assertThat(read.ticked()).isEqualTo(Map.of("q9", Set.of("none"), "q6", Set.of("reader")));
        for (FormRead.Doubt doubt : read.doubts()) {
            assertThat(ImageIO.read(new ByteArrayInputStream(doubt.picture().bytes())))
                    .isNotNull();
            if (PICTURES) {
                Files.write(
                        picture("doubt-" + doubt.question() + "-" + doubt.option())
                                .toPath(),
                        doubt.picture().bytes());
            }
        }
    }

    @Test
    void aBlankFormIsBlank() {
        FormRead.Read read =
                (FormRead.Read) READER.read(FilledForm.blank(1).faxed(98, 0.005).image());
        assertThat(read.ticked()).isEmpty();
        assertThat(read.doubts()).isEmpty();
    }

    @Test
    void aPageThatIsNoFormIsKeptForAPerson() {
        assertThat(READER.read(new BufferedImage(800, 1000, BufferedImage.TYPE_BYTE_GRAY)))
                .isInstanceOf(FormRead.Unread.class);
        BufferedImage cut = filled(5).image().getSubimage(700, 0, 900, 900);
        assertThat(READER.read(cut))
                .isInstanceOfSatisfying(
                        FormRead.Unread.class,
                        unread -> assertThat(unread.reason().ja()).contains("四すみ"));
    }

    @Test
    void severalPagesOfTiffAndPdfAreReadAndABrokenFileIsTold() throws IOException {
        byte[] tiff = tiff(
                filled(1).faxed(98, 0.002).image(), filled(2).faxed(196, 0.002).image());
        assertThat(Scans.all(tiff).orElseThrow())
                .hasSize(2)
                .allSatisfy(page ->
                        assertThat(names((FormRead.Read) READER.read(page))).isEqualTo(TICKS));
        byte[] pdf = FormPaper.pdf(
                FilledForm.QUESTIONS,
                List.of(),
                List.of(FilledForm.TOKEN, FilledForm.TOKENS.token(new AddresseeTokens.Addressee(7, 124))));
        assertThat(Scans.all(pdf).orElseThrow().stream()
                        .map(page -> ((FormRead.Read) READER.read(page)).code().token()))
                .containsExactly(FilledForm.TOKEN, FilledForm.TOKENS.token(new AddresseeTokens.Addressee(7, 124)));
        assertThat(Scans.all(java.util.Arrays.copyOf(pdf, 300))).isEmpty();
        assertThat(Scans.all(java.util.Arrays.copyOf(tiff, 40))).isEmpty();
        assertThat(Scans.all("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static byte[] tiff(BufferedImage... pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("CCITT T.6");
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new javax.imageio.IIOImage(page, null, null), param);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    @Test
    void aTokenSaysNothingAndCannotBeMade() {
        assertThat(FilledForm.TOKENS.addressee(FilledForm.TOKEN)).contains(new AddresseeTokens.Addressee(7, 123));
        assertThat(FilledForm.TOKENS.addressee(FilledForm.TOKEN.replace("0123", "0124")))
                .isEmpty();
        assertThat(new AddresseeTokens(
                                "another secret of another survey".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .addressee(FilledForm.TOKEN))
                .isEmpty();
        assertThat(FilledForm.TOKENS.addressee("7-0123")).isEmpty();
    }
}
