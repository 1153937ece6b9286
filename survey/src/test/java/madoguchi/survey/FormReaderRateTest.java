package madoguchi.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * How many boxes are read right, are shown to a person, or are read wrong, on forms filled in by unsteady hands and sent in bad shape. Not one of them was ever on paper: they are drawn, by the seed.
 *
 * <p>More of them: {@code ./mvnw -pl survey -am verify -Dtest=FormReaderRateTest -Dsurefire.failIfNoSpecifiedTests=false -Dmadoguchi.forms=300}
 */
class FormReaderRateTest {

    private static final int FORMS = Integer.getInteger("madoguchi.forms", 6);
    private static final FormReader READER =
            new FormReader(version -> version == 7 ? Optional.of(FilledForm.QUESTIONS) : Optional.empty());

    /** 癖 – what a hand does at a box, and whether it means that box. */
    private enum Habit {
        TICK(true),
        CROSS(true),
        BLACKEN(true),
        CIRCLE_THE_BOX(true),
        CIRCLE_THE_WORDS(true),
        BESIDE(true),
        STRUCK_OUT(false);

        private final boolean meant;

        Habit(boolean meant) {
            this.meant = meant;
        }

        /** Most people tick. */
        static Habit of(Random random) {
            int of = random.nextInt(100);
            return of < 62
                    ? TICK
                    : of < 75
                            ? CROSS
                            : of < 86
                                    ? BLACKEN
                                    : of < 90
                                            ? CIRCLE_THE_BOX
                                            : of < 94 ? CIRCLE_THE_WORDS : of < 97 ? BESIDE : STRUCK_OUT;
        }

        void draw(Pen pen, FormLayout.Box box, double words) {
            switch (this) {
                case TICK -> pen.tick(box.x(), box.y());
                case CROSS -> pen.cross(box.x(), box.y());
                case BLACKEN -> pen.blacken(box.x(), box.y());
                case CIRCLE_THE_BOX -> pen.circle(box.x(), box.y(), 2.9, 2.7);
                case CIRCLE_THE_WORDS -> pen.circle(box.x() + 3 + words / 2, box.y(), words / 2 + 1.5, 2.6);
                case BESIDE -> pen.tick(box.x() + 5, box.y());
                case STRUCK_OUT -> {
                    pen.tick(box.x(), box.y());
                    pen.strike(box.x(), box.y(), Math.min(words, 14));
                }
            }
        }
    }

    /** 数 – boxes by what came of them. */
    private static final class Count {
        private int right;
        private int doubtful;
        private int wrong;

        @Override
        public String toString() {
            int all = Math.max(1, right + doubtful + wrong);
            return "%d boxes: %.2f %% right, %.2f %% to a person, %.3f %% wrong (%d)"
                    .formatted(all, 100.0 * right / all, 100.0 * doubtful / all, 100.0 * wrong / all, wrong);
        }
    }

    private final Map<String, Count> counts = new TreeMap<>();
    private final List<String> wrongs = new ArrayList<>();
    private int unread;

    private static double words(FormLayout.Box box) {
        return FilledForm.QUESTIONS.questions().stream()
                .filter(question -> question.id().equals(box.question()))
                .flatMap(question -> question.options().stream())
                .filter(option -> option.code().equals(box.option()))
                .mapToDouble(option -> option.label().ja().length() * 2.9)
                .findFirst()
                .orElse(8);
    }

    @Test
    void whatIsDoneInABoxIsNeverReadWrongAndLittleElse() throws IOException {
        for (int i = 0; i < FORMS; i++) {
            one(i, new Random(7_000 + i));
        }
        counts.forEach((name, count) -> System.out.println("reader: " + name + ": " + count));
        System.out.println("reader: " + unread + " of " + FORMS + " pages unread, for a person to type in");
        wrongs.forEach(wrong -> System.out.println("reader: wrong: " + wrong));
        Count all = counts.getOrDefault("all", new Count());
        assertThat(all.right).isGreaterThan(0);
        assertThat(all.wrong * 200).isLessThanOrEqualTo(all.right + all.doubtful);
        for (Habit usual : List.of(Habit.TICK, Habit.CROSS, Habit.BLACKEN, Habit.CIRCLE_THE_BOX)) {
            assertThat(counts.getOrDefault("mark " + usual, new Count()).wrong)
                    .as(usual.name())
                    .isZero();
        }
        assertThat(counts.getOrDefault("mark NONE", new Count()).wrong).isZero();
        assertThat(all.doubtful * 100).isLessThan(15 * (all.right + all.doubtful));
        assertThat(unread * 10).isLessThanOrEqualTo(FORMS * 2);
    }

    private void one(int number, Random random) throws IOException {
        FilledForm form = FilledForm.blank(random.nextLong());
        Pen pen = form.hand(random);
        Map<String, Habit> drawn = new TreeMap<>();
        for (Question question : FilledForm.QUESTIONS.questions()) {
            List<FormLayout.Box> boxes = FilledForm.LAYOUT.boxes().stream()
                    .filter(box -> box.question().equals(question.id()))
                    .filter(box -> !question.option(box.option()).orElseThrow().alone())
                    .toList();
            boolean single = question.kind() == QuestionKind.SINGLE;
            int chosen = boxes.isEmpty() ? -1 : random.nextInt(boxes.size());
            for (int i = 0; i < boxes.size(); i++) {
                if (single ? i == chosen : random.nextInt(3) == 0) {
                    Habit habit = Habit.of(random);
                    habit.draw(pen, boxes.get(i), words(boxes.get(i)));
                    drawn.put(name(boxes.get(i)), habit);
                }
            }
        }
        boolean written = random.nextInt(3) == 0;
        if (written) {
            FormLayout.Region region = FilledForm.LAYOUT.regions().stream()
                    .filter(one -> one.question().equals("q11"))
                    .findFirst()
                    .orElseThrow();
            pen.scrawl(region.x() + 4, region.y() + 5, 90);
        }
        Damage damage = Damage.of(random);
        BufferedImage image = damage.done(form, random).image();
        if (number < 24) {
            Path picture = Path.of("target", "pictures", "rate-" + number + "-" + damage.name() + ".png");
            Files.createDirectories(picture.getParent());
            ImageIO.write(image, "png", picture.toFile());
        }
        if (!(READER.read(image) instanceof FormRead.Read read)) {
            unread++;
            return;
        }
        read.doubts().stream()
                .filter(doubt -> doubt.kind() == FormRead.Doubt.Kind.MARK)
                .forEach(doubt -> counts.computeIfAbsent("why " + doubt.reason(), _ -> new Count()).doubtful++);
        Set<String> doubts = read.doubts().stream()
                .filter(doubt -> doubt.kind() == FormRead.Doubt.Kind.MARK)
                .map(doubt -> doubt.question() + "." + doubt.option())
                .collect(Collectors.toSet());
        for (FormLayout.Box box : FilledForm.LAYOUT.boxes()) {
            boolean meant = Optional.ofNullable(drawn.get(name(box)))
                    .map(habit -> habit.meant)
                    .orElse(false);
            boolean ticked =
                    read.ticked().getOrDefault(box.question(), Set.of()).contains(box.option());
            String mark = "mark "
                    + Optional.ofNullable(drawn.get(name(box))).map(Habit::name).orElse("NONE");
            for (String name : List.of("all", "page " + damage.name(), mark)) {
                Count count = counts.computeIfAbsent(name, _ -> new Count());
                if (doubts.contains(name(box))) {
                    count.doubtful++;
                } else if (ticked == meant) {
                    count.right++;
                } else {
                    count.wrong++;
                }
            }
            if (!doubts.contains(name(box)) && ticked != meant) {
                wrongs.add("form " + number + " " + damage + " " + name(box) + " " + mark + " read " + ticked);
            }
        }
        if (written) {
            assertThat(read.doubts().stream().map(FormRead.Doubt::toString)).contains("TEXT q11. HANDWRITING");
        }
    }

    private static String name(FormLayout.Box box) {
        return box.question() + "." + box.option();
    }
}
