package madoguchi.portal;

import java.util.Comparator;
import java.util.stream.Collectors;
import madoguchi.core.SubsidyCertificate;

/** PMH特記事項 – how the kinds of ceiling whose charges run into one total are named, in the words of the certificate screen (seed 000). */
public final class Remarks {

    private Remarks() {}

    /** {@code (自己負担上限額種別またぎの合算条件)医科歯科入外、…は合算管理の対象である。} */
    public static String summed(SubsidyCertificate certificate, Page page) {
        String kinds = certificate.summed().stream()
                .sorted(Comparator.naturalOrder())
                .map(kind -> page.t(kind.label()))
                .collect(Collectors.joining(page.speech() == Speech.EN ? ", " : "、"));
        return page.t("subsidy.summed").formatted(kinds);
    }
}
