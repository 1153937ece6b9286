package madoguchi.survey;

import com.google.zxing.common.BitMatrix;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import madoguchi.core.Parsed;
import madoguchi.paper.Paper;
import madoguchi.survey.pages.StaticTemplates;

/**
 * 調査票（紙・ＦＡＸ） – the printed form: boxes, places to write in, four corner marks and a 2-D code with version and addressee, so that a scan or a FAX of it can be read back. A page for each addressee.
 *
 * @param questionnaire the questions
 * @param layout where they stand
 * @param deadline what stands beside the code: until when, and where to send it
 * @param pages one for each form
 */
public record FormPaper(Questionnaire questionnaire, FormLayout layout, List<String> deadline, List<Sheet> pages) {

    private static final int MODULE = 8;

    /**
     * 1枚.
     *
     * @param number printed for people: the addressee's running number, empty on a sample
     * @param code the 2-D code as a {@code data:} address
     */
    public record Sheet(String number, String code) {}

    /** Copies the lists. */
    public FormPaper {
        deadline = List.copyOf(deadline);
        pages = List.copyOf(pages);
    }

    /** Where a length stands in a style: millimetres with two decimals. */
    public static String mm(double length) {
        return String.format(Locale.ROOT, "%.2fmm", length);
    }

    /** The sheet of a token. */
    static Sheet sheet(Questionnaire questionnaire, String token) {
        return new Sheet(token.split("-", -1)[1], picture(new FormCode(questionnaire.version(), token).matrix()));
    }

    /** The forms as PDF. Refuses a questionnaire that needs more than a page: it is refused when it is taken. */
    static byte[] pdf(Questionnaire questionnaire, List<String> deadline, List<String> tokens) {
        FormLayout layout =
                switch (FormLayout.of(questionnaire)) {
                    case Parsed.Value<FormLayout>(var value) -> value;
                    case Parsed.Faults<FormLayout> _ -> throw new IllegalArgumentException("more than a page");
                };
        StringOutput text = new StringOutput();
        TemplateOutput escaping = new OwaspHtmlTemplateOutput(text);
        new StaticTemplates()
                .surveyForm(new FormPaper(
                        questionnaire,
                        layout,
                        deadline,
                        tokens.stream()
                                .map(token -> sheet(questionnaire, token))
                                .toList()))
                .writeTo(escaping);
        return Paper.pdf(text.toString());
    }

    private static String picture(BitMatrix modules) {
        int side = modules.getWidth() * MODULE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, modules.get(x / MODULE, y / MODULE) ? 0 : 0xFFFFFF);
            }
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Picture.png(image));
    }
}
