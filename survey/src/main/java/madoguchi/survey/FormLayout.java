package madoguchi.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import madoguchi.core.Parsed;

/*
 * The printer and the reader take every place from here, so a box is looked for where it was drawn. Units are millimetres from the upper left corner of a page of A4, to the middle of a box. A form is one page, because a FAX that loses its second
 * page must not lose half an answer: questions that do not fit are refused when the questionnaire is taken.
 */

/**
 * 調査票の割付 – where everything stands on a printed form.
 *
 * @param boxes boxes to tick
 * @param regions places to write in
 * @param lines printed words
 */
public record FormLayout(List<Box> boxes, List<Region> regions, List<Line> lines) {

    static final double WIDTH = 210;
    static final double HEIGHT = 297;

    /** Side of a box, outer edge. */
    static final double BOX = 3.6;

    /** Side of a corner mark. */
    static final double MARK = 6;

    /** Where the corner marks stand, in the order the reader looks for them: the nearest to the code first. */
    static final double[][] MARKS = {{198, 12}, {198, 285}, {12, 12}, {12, 285}};

    /** Left, upper edge and side of the 2-D code, without quiet zone. */
    static final double[] CODE = {164, 20, 24};

    private static final double LEFT = 16;
    private static final double ROOM = 178;
    private static final double TOP = 50;
    private static final double BOTTOM = 279;
    private static final double TITLE = 4.6;
    private static final double ROW = 5.6;
    private static final double GAP = 1.5;
    private static final double WRITTEN = 7;
    private static final double LETTER = 2.95;
    private static final double COUNT = 14;

    /** From the middle of a box to its words. */
    private static final double LABEL = 3;

    private static final double WORDS = 52;

    /**
     * チェック欄.
     *
     * @param question id
     * @param option code
     * @param x middle
     * @param y middle
     */
    public record Box(String question, String option, double x, double y) {}

    /**
     * 記入欄.
     *
     * @param question id
     * @param option code, or {@link Given#ITSELF}
     * @param number whether a number is expected, else words
     * @param x left edge
     * @param y upper edge
     * @param width of it
     * @param height of it
     */
    public record Region(
            String question, String option, boolean number, double x, double y, double width, double height) {}

    /**
     * 印字.
     *
     * @param words what stands there
     * @param heading whether it is a question
     * @param x left edge
     * @param y upper edge
     * @param width after which it wraps
     */
    public record Line(String words, boolean heading, double x, double y, double width) {

        /** About how long the words are, millimetres. */
        double length() {
            return FormLayout.width(words);
        }
    }

    /** Copies the lists. */
    public FormLayout {
        boxes = List.copyOf(boxes);
        regions = List.copyOf(regions);
        lines = List.copyOf(lines);
    }

    /** The layout of a questionnaire, in Japanese, always the same; a fault when it needs more than a page. */
    static Parsed<FormLayout> of(Questionnaire questionnaire) {
        Setting setting = new Setting();
        questionnaire.questions().forEach(setting::question);
        return setting.y > BOTTOM + GAP
                ? Parsed.fault(
                        "questions",
                        "FAX用紙1枚に収まりません（" + millimetres(setting.y - BOTTOM) + "mm超過）。設問か記入欄を減らしてください。",
                        "It does not fit on one page (" + millimetres(setting.y - BOTTOM)
                                + " mm too long). Take questions or lines away.")
                : Parsed.of(new FormLayout(setting.boxes, setting.regions, setting.lines));
    }

    /** The words beside a box. */
    Line words(Box box) {
        return lines.stream()
                .filter(line -> !line.heading()
                        && Math.abs(line.x() - box.x() - LABEL) < 0.01
                        && Math.abs(line.y() - box.y()) < ROW)
                .min(Comparator.comparingDouble(line -> Math.abs(line.y() - box.y())))
                .orElseThrow();
    }

    private static String millimetres(double length) {
        return String.format(Locale.ROOT, "%.0f", Math.ceil(length));
    }

    /** How wide words are: a half-width letter is half as wide. */
    private static double width(String words) {
        return words.codePoints()
                .mapToDouble(point -> point < 0x100 ? LETTER * 0.56 : LETTER)
                .sum();
    }

    /** 割付の途中. */
    private static final class Setting {

        private final List<Box> boxes = new ArrayList<>();
        private final List<Region> regions = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private double y = TOP;

        void question(Question question) {
            String heading = "問" + question.number() + "　" + question.text().ja();
            lines.add(new Line(heading, true, LEFT, y, ROOM));
            y += TITLE * Math.max(1, Math.ceil(width(heading) / (ROOM - 4)));
            switch (question.kind()) {
                case SINGLE, MULTIPLE -> options(question);
                case OPEN -> region(question, question.lines() * WRITTEN, ROOM, false);
                case NUMBER -> region(question, WRITTEN, 40, true);
                case FIXED -> {}
            }
            y += GAP;
        }

        private void region(Question question, double height, double width, boolean number) {
            regions.add(new Region(question.id(), Given.ITSELF, number, LEFT, y, width, height));
            y += height;
        }

        private void options(Question question) {
            double widest =
                    question.options().stream().mapToDouble(Setting::room).max().orElse(ROOM);
            int columns = (int) Math.max(1, Math.min(question.options().size(), Math.floor(ROOM / widest)));
            double step = ROOM / columns;
            for (int i = 0; i < question.options().size(); i++) {
                int row = i / columns;
                option(question, question.options().get(i), LEFT + i % columns * step, y + row * ROW);
            }
            y += Math.ceil((double) question.options().size() / columns) * ROW;
        }

        private void option(Question question, Option option, double x, double top) {
            boxes.add(new Box(question.id(), option.code(), x + 3, top + ROW / 2));
            double label = x + 3 + LABEL;
            lines.add(new Line(
                    option.label().ja(),
                    false,
                    label,
                    top + 0.6,
                    width(option.label().ja()) + 8));
            double behind = label + width(option.label().ja()) + 3;
            switch (option.extra()) {
                case COUNT -> {
                    regions.add(new Region(question.id(), option.code(), true, behind, top + 0.3, COUNT, ROW - 0.6));
                    lines.add(new Line(option.unit().ja(), false, behind + COUNT + 1, top + 0.6, 10));
                }
                case TEXT ->
                    regions.add(new Region(question.id(), option.code(), false, behind, top + 0.3, WORDS, ROW - 0.6));
                case NONE -> {}
            }
        }

        private static double room(Option option) {
            double beside =
                    switch (option.extra()) {
                        case COUNT -> COUNT + 12;
                        case TEXT -> WORDS + 4;
                        case NONE -> 0;
                    };
            return 6 + width(option.label().ja()) + 4 + beside;
        }
    }
}
