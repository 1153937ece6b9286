package madoguchi.survey;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 調査票の二次元コード – which version a form is of and whose it is: {@code MS1-7-7-0123-…}, in the letters a QR code packs closely.
 *
 * @param version of the questionnaire
 * @param token the addressee's
 */
record FormCode(int version, String token) {

    private static final Pattern FORM = Pattern.compile("MS1-([1-9][0-9]{0,2})-(.{1,40})");

    /** What a decoded 2-D code says; empty for a code of somebody else's. */
    static Optional<FormCode> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new FormCode(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    String text() {
        return "MS1-" + version + "-" + token;
    }

    /** The modules, without quiet zone. */
    BitMatrix matrix() {
        try {
            return new QRCodeWriter()
                    .encode(
                            text(),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalStateException("the text does not fit into a QR code", tooLong);
        }
    }
}
