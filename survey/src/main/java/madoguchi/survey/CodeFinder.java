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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 二次元コードの検出 – looks for a form's 2-D code (ZXing): as the picture is, smoothed, and with each line doubled, as a FAX of standard resolution needs. */
final class CodeFinder {

    private CodeFinder() {}

    /**
     * 二次元コードの位置.
     *
     * @param picture in which
     * @param code what it says
     * @param pairs its three finder patterns
     */
    record Found(Picture picture, FormCode code, List<Place.Pair> pairs) {}

    /** The code of a page; empty when there is none to be read. */
    static Optional<Found> in(BufferedImage image) {
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
}
