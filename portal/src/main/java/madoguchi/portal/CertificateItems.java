package madoguchi.portal;

import java.util.ArrayList;
import java.util.List;
import madoguchi.core.Coverage;
import madoguchi.core.SelfRecord.IssuedPaper;

/** 証の項目 – the items of a coverage on a certificate or a PDF. */
public final class CertificateItems {

    private CertificateItems() {}

    /** The items of the coverage, then issue and validity of what its insurer issued. */
    public static List<Item> of(Coverage coverage, List<IssuedPaper> issued, Page page) {
        List<Item> items = new ArrayList<>(Items.of(coverage, page.today(), page));
        issued.stream()
                .filter(paper -> paper.kind() == IssuedPaper.Kind.CERTIFICATE
                        && paper.insurer().equals(coverage.id().insurer()))
                .forEach(paper -> {
                    items.add(new Item("issued", page.day(paper.issued())));
                    items.add(new Item("certificate-valid", page.period(paper.valid())));
                });
        return List.copyOf(items);
    }
}
