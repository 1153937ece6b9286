package madoguchi.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.web.QrCode;
import org.junit.jupiter.api.Test;

final class QrCodeTest {

    private static final int SCALE = 4;

    @Test
    void aPhoneReadsWhatWasWritten() throws ReaderException {
        String uri = Totp.uri("yamamoto", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(uri).startsWith("otpauth://totp/Madoguchi").contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(read(QrCode.of(uri))).isEqualTo(uri);
    }

    private static String read(QrCode picture) throws ReaderException {
        int side = picture.size() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(picture.path());
        while (module.find()) {
            paint(pixels, side, Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2)));
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
    }

    private static void paint(int[] pixels, int side, int x, int y) {
        for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
            Arrays.fill(pixels, row * side + x * SCALE, row * side + (x + 1) * SCALE, 0);
        }
    }
}
