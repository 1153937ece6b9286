package madoguchi.portal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * 二次元コード – a QR code as an SVG path for a screen and as a PNG for paper.
 *
 * @param size modules along each side, quiet zone included
 * @param path SVG path data; every dark module is one unit square
 * @param png a {@code data:} address of the same, four dots to a module
 */
public record QrCode(int size, String path, String png) {

    private static final int QUIET_ZONE = 4;
    private static final int DOTS = 4;

    /** Encodes a text of digits and capital letters. */
    static QrCode of(String text) {
        BitMatrix bits = encode(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrCode(bits.getWidth(), path.toString(), png(bits));
    }

    private static String png(BitMatrix bits) {
        int dots = bits.getWidth() * DOTS;
        BufferedImage image = new BufferedImage(dots, dots, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < dots; y++) {
            for (int x = 0; x < dots; x++) {
                image.setRGB(x, y, bits.get(x / DOTS, y / DOTS) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalStateException("the code does not fit into a QR code", tooLong);
        }
    }
}
