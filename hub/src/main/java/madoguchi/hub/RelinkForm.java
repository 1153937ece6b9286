package madoguchi.hub;

import java.util.List;
import madoguchi.core.Problem;

/**
 * 訂正案の入力 – as typed, with what is wrong with it.
 *
 * @param fact the coverage's fact; empty when none was chosen
 * @param insurer 保険者番号 of the right person
 * @param symbol 記号
 * @param number 番号
 * @param branch 枝番
 * @param birth 生年月日 of the right person
 * @param unknown {@code yes} when the hub does not know the right person yet
 * @param reason why
 * @param problems what was not understood or cannot be
 */
public record RelinkForm(
        String fact,
        String insurer,
        String symbol,
        String number,
        String branch,
        String birth,
        String unknown,
        String reason,
        List<Problem> problems) {

    /** Copies the list. */
    public RelinkForm {
        problems = List.copyOf(problems);
    }

    static RelinkForm empty() {
        return new RelinkForm("", "", "", "", "", "", "", "", List.of());
    }

    RelinkForm with(List<Problem> found) {
        return new RelinkForm(fact, insurer, symbol, number, branch, birth, unknown, reason, found);
    }

    boolean isNewPerson() {
        return unknown.equals("yes");
    }

    /** Never prints what was typed about a person. */
    @Override
    public String toString() {
        return "RelinkForm[…]";
    }
}
