package madoguchi.review;

import java.time.ZoneOffset;
import madoguchi.paper.Paper;
import madoguchi.review.pages.StaticTemplates;
import madoguchi.web.Html;

/** 連絡書の紙 – the result letter as PDF, A4. The same letter always has the same bytes. */
final class LetterPaper {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private LetterPaper() {}

    static byte[] pdf(Letter letter) {
        return Paper.pdf(
                Html.render(TEMPLATES.letter(letter)),
                letter.issued().atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
