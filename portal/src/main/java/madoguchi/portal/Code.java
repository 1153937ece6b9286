package madoguchi.portal;

import java.time.Instant;
import madoguchi.web.QrCode;

/**
 * 画面のコード – the signed code of one screen or paper.
 *
 * @param text as it is scanned or typed
 * @param qr the same as a picture
 * @param until the first instant at which it is old
 */
public record Code(String text, QrCode qr, Instant until) {}
