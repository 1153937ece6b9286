package madoguchi.survey;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import madoguchi.paper.Paper;
import madoguchi.survey.pages.StaticTemplates;

/** 結果報告書 – the report on A4. */
final class ReportPaper {

    private ReportPaper() {}

    /** The PDF. */
    static byte[] pdf(RoundReport report) {
        StringOutput text = new StringOutput();
        TemplateOutput escaping = new OwaspHtmlTemplateOutput(text);
        new StaticTemplates().surveyReportPaper(report).writeTo(escaping);
        return Paper.pdf(text.toString());
    }
}
