package madoguchi.leaflet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** 絵 – plain drawings of the things people hold, so that a print is understood without reading. */
public enum Picture {
    /** マイナンバーカード. */
    CARD {
        @Override
        void draw(Graphics2D pen) {
            card(pen);
            pen.draw(new Ellipse2D.Double(56, 96, 40, 40));
            pen.draw(new RoundRectangle2D.Double(44, 142, 64, 34, 30, 30));
            pen.fill(new RoundRectangle2D.Double(196, 88, 44, 34, 8, 8));
            lines(pen, 130, 148, 110, 2);
        }
    },
    /** スマートフォン. */
    PHONE {
        @Override
        void draw(Graphics2D pen) {
            pen.draw(new RoundRectangle2D.Double(86, 30, 112, 196, 24, 24));
            pen.draw(new Line2D.Double(126, 46, 158, 46));
            pen.draw(new RoundRectangle2D.Double(106, 92, 72, 46, 10, 10));
            pen.fill(new Ellipse2D.Double(134, 196, 16, 16));
        }
    },
    /** 資格確認書 – a card of paper. */
    CERTIFICATE {
        @Override
        void draw(Graphics2D pen) {
            card(pen);
            pen.fill(new Rectangle2D.Double(44, 84, 196, 16));
            lines(pen, 50, 122, 184, 3);
        }
    },
    /** お知らせ – a letter. */
    LETTER {
        @Override
        void draw(Graphics2D pen) {
            pen.draw(new RoundRectangle2D.Double(72, 30, 140, 196, 8, 8));
            lines(pen, 94, 66, 96, 6);
        }
    },
    /** 電話. */
    TELEPHONE {
        @Override
        void draw(Graphics2D pen) {
            pen.fill(new RoundRectangle2D.Double(50, 56, 184, 40, 40, 40));
            pen.fill(new RoundRectangle2D.Double(50, 64, 50, 52, 16, 16));
            pen.fill(new RoundRectangle2D.Double(184, 64, 50, 52, 16, 16));
            pen.draw(new RoundRectangle2D.Double(66, 120, 152, 90, 30, 30));
            pen.draw(new Ellipse2D.Double(118, 140, 48, 48));
        }
    };

    private static final int WIDTH = 284;
    private static final int HEIGHT = 256;
    private static final float LINE = 9;
    private static final int STEP = 24;
    private static final Color INK = new Color(0x000071);

    abstract void draw(Graphics2D pen);

    static void card(Graphics2D pen) {
        pen.draw(new RoundRectangle2D.Double(24, 60, 236, 142, 24, 24));
    }

    static void lines(Graphics2D pen, int x, int y, int length, int count) {
        for (int i = 0; i < count; i++) {
            pen.draw(new Line2D.Double(x, y + i * STEP, x + length, y + i * STEP));
        }
    }

    /** 所在 – a {@code data:} address of the picture (PNG). */
    public String data() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(INK);
        draw(pen);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("every Java writes PNG");
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
