package madoguchi.declaration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.declaration.pages.StaticTemplates;
import madoguchi.paper.Paper;
import madoguchi.web.Html;

/** 申立書の紙 – the form of 別紙様式 as PDF, one A4 page, filled or blank. */
final class DeclarationPaper {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Supplier<String> rulesVersion;

    DeclarationPaper(Supplier<String> rulesVersion) {
        this.rulesVersion = rulesVersion;
    }

    byte[] blank(LocalDate today) {
        return pdf(new Sheet(Optional.empty(), today, rulesVersion.get(), ""));
    }

    byte[] of(Kept kept, LocalDate today) {
        return pdf(new Sheet(Optional.of(kept.latest().said()), today, rulesVersion.get(), kept.id()));
    }

    private static byte[] pdf(Sheet sheet) {
        return Paper.pdf(Html.render(TEMPLATES.sheet(sheet)));
    }
}
