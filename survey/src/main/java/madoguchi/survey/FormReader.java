package madoguchi.survey;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.Octets;
import madoguchi.core.Parsed;
import madoguchi.core.Text;

/*
 * 1. CodeFinder reads the 2-D code: version, addressee, and by its three finder patterns roughly how millimetres lie in the picture, whichever way it is turned. Placing makes that exact by the four corner marks, or by the boxes where a margin was cut off.
 * 2. Each box is looked for within 0.8 mm of its place, where its frame is darkest (BoxFrame). The share of ink within the frame decides: blank below BLANK, ticked from TICKED, between them a person looks.
 * 3. Ink outside the frame tells what the inside cannot. Nothing inside but a pen's width around the frame, or handwriting among the words (BlankForm knows what is printed): a mark beside the box, or a circle. Ink inside and on all four sides, or a long line through
 *    the words: a tick that was struck out again. All are for a person.
 * 4. A single question with two ticks, a tick beside 「特にない」, or a sure tick beside a doubtful one that could contradict it, is for a person too: the reader never chooses.
 * 5. A place to write in that holds ink is shown to a person; nothing is guessed from handwriting.
 */

/** 調査票の読取 – reads a picture of a form: scan, photograph or FAX, turned, slanted, noisy. Pure; a mark it is not sure of is never guessed. */
final class FormReader {

    private static final double BLANK = 0.03;
    private static final double TICKED = 0.13;
    private static final double WRITTEN = 0.004;

    /** A tick leaves its box on one, two or three sides. */
    private static final int TICK_SIDES = 3;

    /** Handwriting among the words of an option, square millimetres: from here on somebody meant something by it. */
    private static final double AMONG_WORDS = 1.2;

    /** The tail of a tick reaches so far into the words, millimetres right of the middle of its box. */
    private static final double TAIL = 5;

    private static final double REACH = 0.8;
    private static final double STEP = 0.1;

    private final IntFunction<Optional<Questionnaire>> questionnaires;
    private final Map<Integer, BlankForm> blanks = new HashMap<>();

    /** A reader that knows the questionnaires of these versions. */
    FormReader(IntFunction<Optional<Questionnaire>> questionnaires) {
        this.questionnaires = questionnaires;
    }

    /** Reads one page. */
    FormRead read(BufferedImage image) {
        Optional<CodeFinder.Found> found = CodeFinder.in(image);
        if (found.isEmpty()) {
            return unread(
                    "二次元コードが読めません。調査票でないか、切れているか、薄すぎます。もう一度読み取るか、手で入力してください。",
                    "The 2-D code cannot be read: not a form, cut off, or too faint. Scan again or type it in.");
        }
        Optional<FormLayout> layout = questionnaires
                .apply(found.get().code().version())
                .flatMap(questionnaire -> FormLayout.of(questionnaire) instanceof Parsed.Value<FormLayout>(var value)
                        ? Optional.of(value)
                        : Optional.empty());
        if (layout.isEmpty()) {
            return unread("この版の調査票は登録されていません。", "There is no questionnaire of this version.");
        }
        Optional<Place> place = Placing.of(found.get(), layout.get());
        if (place.isEmpty()) {
            return unread(
                    "四すみの印が見つかりません。紙全体が入るように読み取り直してください。",
                    "The corner marks were not found. Scan again with the whole sheet in the picture.");
        }
        return read(
                found.get(),
                place.get(),
                layout.get(),
                questionnaires.apply(found.get().code().version()).orElseThrow());
    }

    private static FormRead unread(String ja, String en) {
        return new FormRead.Unread(new Text(ja, en));
    }

    private FormRead read(CodeFinder.Found found, Place place, FormLayout layout, Questionnaire questionnaire) {
        BlankForm blank = blanks.computeIfAbsent(questionnaire.version(), _ -> BlankForm.of(questionnaire));
        List<FormRead.Doubt> doubts = new ArrayList<>();
        Map<String, Set<String>> ticked = new HashMap<>();
        Map<String, Set<String>> possible = new HashMap<>();
        Map<FormLayout.Box, BoxFrame> frames = new HashMap<>();
        layout.boxes()
                .forEach(box -> BoxFrame.near(found.picture(), place, box, REACH, STEP)
                        .ifPresent(frame -> frames.put(box, frame)));
        WordInk words = new WordInk(found.picture(), place, layout, blank, frames);
        for (FormLayout.Box box : layout.boxes()) {
            switch (mark(
                    found.picture(),
                    place,
                    Optional.ofNullable(frames.get(box)),
                    from -> words.isWritten(box, from)
                            || (from > 0 && words.isStruck(box, from))
                            || Optional.ofNullable(frames.get(box))
                                    .filter(frame -> from == 0
                                            && among(found.picture(), place, layout, blank, box, frame) >= AMONG_WORDS)
                                    .isPresent())) {
                case Mark.Blank _ -> {}
                case Mark.Ticked _ -> {
                    add(ticked, box);
                    add(possible, box);
                }
                case Mark.Doubtful(var reason) -> {
                    add(possible, box);
                    doubts.add(doubt(found, place, box, reason));
                }
            }
        }
        questionnaire.questions().stream()
                .filter(question -> question.kind() == QuestionKind.SINGLE && !possible.containsKey(question.id()))
                .flatMap(question ->
                        layout.boxes().stream().filter(box -> box.question().equals(question.id())))
                .filter(words::isPerhapsWritten)
                .forEach(box -> doubts.add(doubt(found, place, box, FormRead.Reason.BESIDE)));
        for (Question question : questionnaire.questions()) {
            if (!AnswerCheck.of(question, possible.getOrDefault(question.id(), Set.of()))
                    .isEmpty()) {
                Set<String> codes = ticked.getOrDefault(question.id(), Set.of());
                layout.boxes().stream()
                        .filter(box -> box.question().equals(question.id()) && codes.contains(box.option()))
                        .forEach(box -> doubts.add(doubt(found, place, box, FormRead.Reason.SEVERAL)));
                ticked.remove(question.id());
            }
        }
        layout.regions().stream()
                .filter(region -> isWritten(found.picture(), place, region))
                .forEach(region -> doubts.add(doubt(found, place, region)));
        return new FormRead.Read(
                found.code(),
                ticked.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, codes -> Set.copyOf(codes.getValue()))),
                inOrder(doubts, questionnaire));
    }

    /** As they stand on the form, so that marks of one question are looked at together. */
    private static List<FormRead.Doubt> inOrder(List<FormRead.Doubt> doubts, Questionnaire questionnaire) {
        List<String> order = questionnaire.questions().stream()
                .flatMap(question -> Stream.concat(
                        question.options().stream().map(option -> question.id() + "." + option.code()),
                        Stream.of(question.id() + "." + Given.ITSELF)))
                .toList();
        return doubts.stream()
                .sorted(Comparator.comparingInt(doubt -> order.indexOf(doubt.question() + "." + doubt.option())))
                .toList();
    }

    private static void add(Map<String, Set<String>> codes, FormLayout.Box box) {
        codes.computeIfAbsent(box.question(), _ -> new HashSet<>()).add(box.option());
    }

    /** 印 – what one box came to. */
    private sealed interface Mark {
        record Blank() implements Mark {}

        record Ticked() implements Mark {}

        record Doubtful(FormRead.Reason reason) implements Mark {}
    }

    private static Mark mark(Picture picture, Place place, Optional<BoxFrame> frame, DoublePredicate writtenFrom) {
        if (frame.isEmpty()) {
            return new Mark.Doubtful(FormRead.Reason.LOST);
        }
        double ink = frame.get().inside(picture, place);
        int sides = frame.get().sides(picture, place);
        if (ink < BLANK) {
            return sides == 0 && !writtenFrom.test(0) ? new Mark.Blank() : new Mark.Doubtful(FormRead.Reason.BESIDE);
        }
        if (sides > TICK_SIDES || writtenFrom.test(TAIL)) {
            return new Mark.Doubtful(FormRead.Reason.STRUCK);
        }
        return ink >= TICKED ? new Mark.Ticked() : new Mark.Doubtful(FormRead.Reason.FAINT);
    }

    /** Handwriting between the printed letters and around them, square millimetres: circles. */
    private static double among(
            Picture picture, Place place, FormLayout layout, BlankForm blank, FormLayout.Box box, BoxFrame frame) {
        FormLayout.Line line = layout.words(box);
        double left = box.x() + FormLayout.BOX / 2 + 0.5;
        return blank.written(
                picture,
                place,
                left,
                box.y() - 2.4,
                line.x() + line.length() - left,
                4.8,
                frame.x() - box.x(),
                frame.y() - box.y());
    }

    private static boolean isWritten(Picture picture, Place place, FormLayout.Region region) {
        int dark = 0;
        int all = 0;
        for (double y = region.y() + 1; y < region.y() + region.height() - 0.9; y += 0.2) {
            for (double x = region.x() + 1; x < region.x() + region.width() - 0.9; x += 0.2) {
                dark += picture.isDark(place, x, y) ? 1 : 0;
                all++;
            }
        }
        return dark > WRITTEN * all;
    }

    private static FormRead.Doubt doubt(
            CodeFinder.Found found, Place place, FormLayout.Box box, FormRead.Reason reason) {
        return new FormRead.Doubt(
                FormRead.Doubt.Kind.MARK,
                box.question(),
                box.option(),
                reason,
                Octets.of(found.picture().part(place, box.x() - 5, box.y() - 4, 60, 8)));
    }

    private static FormRead.Doubt doubt(CodeFinder.Found found, Place place, FormLayout.Region region) {
        return new FormRead.Doubt(
                region.number() ? FormRead.Doubt.Kind.NUMBER : FormRead.Doubt.Kind.TEXT,
                region.question(),
                region.option(),
                FormRead.Reason.HANDWRITING,
                Octets.of(found.picture()
                        .part(place, region.x() - 1, region.y() - 1, region.width() + 2, region.height() + 2)));
    }
}
