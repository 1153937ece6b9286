package madoguchi.uke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 違い – what changed between two receipts, told by record and field. */
class DifferencesTest {

    private static List<String> between(String before, String after) {
        return Differences.of(Examples.receipt(before), Examples.receipt(after)).stream()
                .map(DifferencesTest::told)
                .toList();
    }

    private static String told(Difference difference) {
        return switch (difference) {
            case Difference.Changed changed ->
                changed.after().id() + " " + changed.fieldName() + " "
                        + changed.before().text(changed.field()) + ">"
                        + changed.after().text(changed.field());
            case Difference.Rewritten rewritten -> "~" + rewritten.after().id();
            case Difference.Added(var line) -> "+" + line.text(Item.CODE);
            case Difference.Removed(var line) -> "-" + line.id();
        };
    }

    @Test
    void aTransferIsToldFieldByField() {
        assertThat(between(Examples.ORDINARY, Examples.TRANSFERRED))
                .containsExactly(
                        "HO 番号 123>555",
                        "SN 確認区分 01>04",
                        "SN 保険者番号等（資格確認） >06139992",
                        "SN 記号（資格確認） >2001",
                        "SN 番号（資格確認） >9876");
    }

    @Test
    void linesPutInAndTakenOutAreTold() {
        String former = Examples.ORDINARY
                .replace("SI,11", "CO,01,1,820000245,\r\nSI,11")
                .replace(Examples.SY, "");
        assertThat(between(Examples.ORDINARY, former)).containsExactly("-SY", "+820000245");
    }

    @Test
    void anotherLineEndIsTold() {
        assertThat(between(Examples.ORDINARY, Examples.ORDINARY.replace(",00,,\r\n", ",00,,\n")))
                .containsExactly("~SN");
        assertThat(between(Examples.ORDINARY, Examples.ORDINARY)).isEmpty();
    }
}
