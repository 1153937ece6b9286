package madoguchi.card;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** 描画 – the pictures on a virtual card: faces that nobody has, in grey JPEG 2000, and names and addresses in PNG of one bit ({@code jpki-reader.md} §1.3). */
public final class Drawing {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 160;
    private static final int LINE_HEIGHT = 24;

    private Drawing() {}

    /** 顔写真 – a face drawn from a few ovals and lines, always the same for the same name; JPEG 2000, grey, 120 × 160. */
    public static byte[] portrait(String name) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = pen(picture);
        Random face = new Random(name.hashCode());
        int wide = 26 + face.nextInt(10);
        int tall = 36 + face.nextInt(10);
        int eyes = 10 + face.nextInt(6);
        pen.setColor(new Color(60, 60, 60));
        pen.fillOval(60 - wide - 4, 66 - tall - 8, 2 * wide + 8, tall + 20 + face.nextInt(24));
        pen.fillRoundRect(14, 128, 92, 60, 40, 40);
        pen.setColor(new Color(205, 205, 205));
        pen.fillOval(60 - wide, 70 - tall, 2 * wide, 2 * tall);
        pen.fillRect(52, 70 + tall - 8, 16, 26);
        pen.setColor(new Color(40, 40, 40));
        pen.fillOval(60 - eyes - 4, 62, 8, 5);
        pen.fillOval(60 + eyes - 4, 62, 8, 5);
        pen.drawLine(60, 70, 58 + face.nextInt(5), 82);
        pen.setStroke(new BasicStroke(2));
        int smile = face.nextInt(8);
        pen.drawArc(48, 86 - smile / 2, 24, 4 + smile, 180, 180);
        if (face.nextInt(3) == 0) {
            pen.drawOval(60 - eyes - 9, 57, 18, 14);
            pen.drawOval(60 + eyes - 9, 57, 18, 14);
        }
        pen.dispose();
        return written(picture, "jpeg 2000");
    }

    /** One line of text, PNG of one bit. */
    public static byte[] text(String line) {
        BufferedImage picture = new BufferedImage(
                LINE_HEIGHT * Math.max(1, line.length()), LINE_HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = pen(picture);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        pen.drawString(line, 2, 18);
        pen.dispose();
        return written(picture, "png");
    }

    private static Graphics2D pen(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        return pen;
    }

    private static byte[] written(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, format, file)) {
                throw new IllegalStateException("this program cannot write " + format);
            }
            return file.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
