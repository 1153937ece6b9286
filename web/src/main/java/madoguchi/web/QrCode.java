package madoguchi.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * 二次元コード – a QR code as an SVG path, so that a page needs no image file and no exception from its content policy; for paper also as a PNG.
 *
 * @param size modules along each side, quiet zone included
 * @param path SVG path data; every dark module is one unit square
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;
    private static final int DOTS = 4;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h");

    /** Encodes a short ASCII text; throws {@link IllegalStateException} when it is too long for any QR code (4,296 digits and capital letters). */
    public static QrCode of(String text) {
        BitMatrix bits = encode(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrCode(bits.getWidth(), path.toString());
    }

    /** The same as a {@code data:} address of a PNG, four dots to a module. */
    public String png() {
        int dots = size * DOTS;
        BufferedImage image = new BufferedImage(dots, dots, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, dots, dots);
        drawing.setColor(Color.BLACK);
        MODULE.matcher(path)
                .results()
                .forEach(module -> drawing.fillRect(
                        Integer.parseInt(module.group(1)) * DOTS,
                        Integer.parseInt(module.group(2)) * DOTS,
                        DOTS,
                        DOTS));
        drawing.dispose();
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
