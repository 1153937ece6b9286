package madoguchi.survey;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import madoguchi.core.Octets;
import madoguchi.core.Parsed;
import madoguchi.core.Text;

/*
 * 1. The 2-D code is found (ZXing): as the picture is, smoothed, and with each line doubled, as a FAX of standard resolution needs. It tells version and addressee, and its three finder patterns tell roughly how millimetres lie in the picture: any turn, 180° too.
 * 2. From there the four corner marks are looked for, the nearest first, each where the points found so far put it. A mark is the place where a square of 6 mm is dark and the ring around it is light.
 *    All four give the projective map; with three the affine one must do; with fewer the page is for a person.
 * 3. Each box is looked for within 0.8 mm of its place, where its frame is darkest. The share of ink within the frame decides: blank below BLANK, ticked from TICKED, between them a person looks. A single question with two ticks, or a tick beside
 *    「特にない」, is for a person too: the reader never chooses.
 * 4. A place to write in that holds ink is shown to a person; nothing is guessed from handwriting.
 */

/** 調査票の読取 – reads a picture of a form: scan, photograph or FAX, turned, slanted, noisy. Pure; a mark it is not sure of is never guessed. */
final class FormReader {

    private static final double BLANK = 0.03;
    private static final double TICKED = 0.2;
    private static final double FRAME = 0.55;
    private static final double WRITTEN = 0.004;
    private static final double MARK_SEEN = 0.55;

    private final IntFunction<Optional<Questionnaire>> questionnaires;

    /** A reader that knows the questionnaires of these versions. */
    FormReader(IntFunction<Optional<Questionnaire>> questionnaires) {
        this.questionnaires = questionnaires;
    }

    /**
     * 二次元コードの位置.
     *
     * @param picture in which
     * @param code what it says
     * @param pairs its three finder patterns
     */
    private record Found(Picture picture, FormCode code, List<Place.Pair> pairs) {}

    /** Reads one page. */
    FormRead read(BufferedImage image) {
        Optional<Found> found = found(image);
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
        Optional<Place> place = place(found.get());
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

    private static Optional<Found> found(BufferedImage image) {
        boolean flat = image.getHeight() < image.getWidth();
        for (int[] stretch : flat ? new int[][] {{1, 1}, {1, 2}} : new int[][] {{1, 1}, {1, 2}, {2, 1}}) {
            Picture picture = Picture.of(image, stretch[0], stretch[1]);
            for (byte[] levels : List.of(picture.grey(), picture.smooth())) {
                Optional<Found> found = decoded(picture, levels);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> decoded(Picture picture, byte[] levels) {
        LuminanceSource source = new PlanarYUVLuminanceSource(
                levels, picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false);
        for (BinaryBitmap bitmap : List.of(
                new BinaryBitmap(new HybridBinarizer(source)),
                new BinaryBitmap(new GlobalHistogramBinarizer(source)))) {
            try {
                Result result = new QRCodeReader()
                        .decode(
                                bitmap,
                                Map.of(
                                        DecodeHintType.TRY_HARDER,
                                        true,
                                        DecodeHintType.POSSIBLE_FORMATS,
                                        List.of(BarcodeFormat.QR_CODE)));
                return FormCode.parse(result.getText()).map(code -> new Found(picture, code, pairs(code, result)));
            } catch (ReaderException notHere) {
                // The next way of looking.
            }
        }
        return Optional.empty();
    }

    /** Lower left, upper left and upper right finder pattern, three and a half modules from the edges. */
    private static List<Place.Pair> pairs(FormCode code, Result result) {
        double module = FormLayout.CODE[2] / code.matrix().getWidth();
        double near = 3.5 * module;
        double far = FormLayout.CODE[2] - near;
        double[][] places = {{near, far}, {near, near}, {far, near}};
        List<Place.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            ResultPoint point = result.getResultPoints()[i];
            pairs.add(new Place.Pair(
                    FormLayout.CODE[0] + places[i][0], FormLayout.CODE[1] + places[i][1], point.getX(), point.getY()));
        }
        return pairs;
    }

    private static Optional<Place> place(Found found) {
        List<Place.Pair> marks = new ArrayList<>();
        for (double[] mark : FormLayout.MARKS) {
            List<Place.Pair> known = new ArrayList<>(found.pairs());
            known.addAll(marks);
            mark(found.picture(), Place.affine(known), mark).ifPresent(marks::add);
        }
        if (marks.size() == 4) {
            return Optional.of(Place.projective(marks));
        }
        if (marks.size() == 3) {
            List<Place.Pair> known = new ArrayList<>(found.pairs());
            known.addAll(marks);
            return Optional.of(Place.affine(known));
        }
        return Optional.empty();
    }

    /** The mark near a place, first roughly, then to a tenth of a millimetre. */
    private static Optional<Place.Pair> mark(Picture picture, Place place, double[] mark) {
        double[] best = {mark[0], mark[1], -1};
        search(picture, place, mark[0], mark[1], 12, 0.75, best);
        search(picture, place, best[0], best[1], 0.9, 0.15, best);
        return best[2] < MARK_SEEN
                ? Optional.empty()
                : Optional.of(new Place.Pair(mark[0], mark[1], place.px(best[0], best[1]), place.py(best[0], best[1])));
    }

    private static void search(
            Picture picture, Place place, double x, double y, double reach, double step, double[] best) {
        for (double dy = -reach; dy <= reach; dy += step) {
            for (double dx = -reach; dx <= reach; dx += step) {
                double seen = seen(picture, place, x + dx, y + dy);
                if (seen > best[2]) {
                    best[0] = x + dx;
                    best[1] = y + dy;
                    best[2] = seen;
                }
            }
        }
    }

    /** How much darker the square is than the ring around it: 1 for a perfect mark. */
    private static double seen(Picture picture, Place place, double x, double y) {
        int inside = 0;
        int around = 0;
        for (int row = -5; row <= 5; row++) {
            for (int column = -5; column <= 5; column++) {
                double at = 0.72;
                boolean ring = Math.max(Math.abs(row), Math.abs(column)) == 5;
                if (isDark(picture, place, x + column * at, y + row * at)) {
                    if (ring) {
                        around++;
                    } else {
                        inside++;
                    }
                }
            }
        }
        return inside / 81.0 - around / 40.0;
    }

    private static boolean isDark(Picture picture, Place place, double x, double y) {
        return picture.isDark(place.px(x, y), place.py(x, y));
    }

    private static FormRead read(Found found, Place place, FormLayout layout, Questionnaire questionnaire) {
        List<FormRead.Doubt> doubts = new ArrayList<>();
        Map<String, Set<String>> ticked = new HashMap<>();
        for (FormLayout.Box box : layout.boxes()) {
            double ink = ink(found.picture(), place, box);
            if (Double.isNaN(ink)) {
                doubts.add(doubt(found, place, box, FormRead.Reason.LOST));
            } else if (ink >= TICKED) {
                ticked.computeIfAbsent(box.question(), _ -> new HashSet<>()).add(box.option());
            } else if (ink >= BLANK) {
                doubts.add(doubt(found, place, box, FormRead.Reason.FAINT));
            }
        }
        for (Question question : questionnaire.questions()) {
            Set<String> codes = ticked.getOrDefault(question.id(), Set.of());
            if (!AnswerCheck.of(question, codes).isEmpty()) {
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
                doubts);
    }

    /** The share of ink within the frame; not a number when there is no frame. */
    private static double ink(Picture picture, Place place, FormLayout.Box box) {
        double best = 0;
        double x = box.x();
        double y = box.y();
        for (double dy = -0.8; dy <= 0.81; dy += 0.1) {
            for (double dx = -0.8; dx <= 0.81; dx += 0.1) {
                double frame = frame(picture, place, box.x() + dx, box.y() + dy);
                // Where several fit alike, the one nearest to where it was drawn.
                double fit = frame - 0.02 * (Math.abs(dx) + Math.abs(dy));
                if (fit > best) {
                    best = fit;
                    x = box.x() + dx;
                    y = box.y() + dy;
                }
            }
        }
        return best < FRAME ? Double.NaN : inside(picture, place, x, y);
    }

    private static double frame(Picture picture, Place place, double x, double y) {
        double half = FormLayout.BOX / 2 - 0.15;
        int dark = 0;
        for (int i = -6; i <= 6; i++) {
            double along = i * half / 6;
            dark += isDark(picture, place, x + along, y - half) ? 1 : 0;
            dark += isDark(picture, place, x + along, y + half) ? 1 : 0;
            dark += isDark(picture, place, x - half, y + along) ? 1 : 0;
            dark += isDark(picture, place, x + half, y + along) ? 1 : 0;
        }
        return dark / 52.0;
    }

    private static double inside(Picture picture, Place place, double x, double y) {
        double half = FormLayout.BOX / 2 - 0.65;
        int dark = 0;
        for (int row = -8; row <= 8; row++) {
            for (int column = -8; column <= 8; column++) {
                dark += isDark(picture, place, x + column * half / 8, y + row * half / 8) ? 1 : 0;
            }
        }
        return dark / 289.0;
    }

    private static boolean isWritten(Picture picture, Place place, FormLayout.Region region) {
        int dark = 0;
        int all = 0;
        for (double y = region.y() + 1; y < region.y() + region.height() - 0.9; y += 0.2) {
            for (double x = region.x() + 1; x < region.x() + region.width() - 0.9; x += 0.2) {
                dark += isDark(picture, place, x, y) ? 1 : 0;
                all++;
            }
        }
        return dark > WRITTEN * all;
    }

    private static FormRead.Doubt doubt(Found found, Place place, FormLayout.Box box, FormRead.Reason reason) {
        return new FormRead.Doubt(
                FormRead.Doubt.Kind.MARK,
                box.question(),
                box.option(),
                reason,
                Octets.of(found.picture().part(place, box.x() - 5, box.y() - 4, 60, 8)));
    }

    private static FormRead.Doubt doubt(Found found, Place place, FormLayout.Region region) {
        return new FormRead.Doubt(
                region.number() ? FormRead.Doubt.Kind.NUMBER : FormRead.Doubt.Kind.TEXT,
                region.question(),
                region.option(),
                FormRead.Reason.HANDWRITING,
                Octets.of(found.picture()
                        .part(place, region.x() - 1, region.y() - 1, region.width() + 2, region.height() + 2)));
    }
}
