package madoguchi.portal;

import java.util.List;
import madoguchi.core.Coverage;
import madoguchi.core.SelfRecord;
import madoguchi.policy.Rule;

/**
 * 健康保険証の画面の中身.
 *
 * @param record what the registers hold
 * @param coverages what covers today
 * @param wording the sentence valid today, with its source
 * @param form how it is laid out today
 * @param counter the field for a short code
 */
public record HealthView(
        SelfRecord record, List<Coverage> coverages, Rule wording, HealthScreen form, HealthPages.Counter counter) {

    /** Copies the list. */
    public HealthView {
        coverages = List.copyOf(coverages);
    }

    /** Every item of a coverage. */
    public List<Item> items(Coverage coverage, Page page) {
        return Items.of(coverage, page.today(), page);
    }
}
