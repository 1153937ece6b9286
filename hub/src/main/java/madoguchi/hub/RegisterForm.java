package madoguchi.hub;

import java.util.List;
import madoguchi.core.Problem;

/**
 * 台帳の参照の入力 – as typed, with what is wrong with it.
 *
 * @param insurer 保険者番号
 * @param symbol 記号
 * @param number 番号
 * @param branch 枝番
 * @param birth 生年月日
 * @param issuer 発行者 of a card, in place of all these
 * @param serial シリアル番号 of that card
 * @param day 基準日; empty: today
 * @param known いつ時点の登録か; empty: now
 * @param problems what was not understood
 */
public record RegisterForm(
        String insurer,
        String symbol,
        String number,
        String branch,
        String birth,
        String issuer,
        String serial,
        String day,
        String known,
        List<Problem> problems) {

    /** Copies the list. */
    public RegisterForm {
        problems = List.copyOf(problems);
    }

    static RegisterForm empty() {
        return new RegisterForm("", "", "", "", "", "", "", "", "", List.of());
    }

    RegisterForm with(List<Problem> found) {
        return new RegisterForm(insurer, symbol, number, branch, birth, issuer, serial, day, known, found);
    }

    boolean isByCard() {
        return !issuer.isBlank() || !serial.isBlank();
    }

    /** Never prints what was typed about a person. */
    @Override
    public String toString() {
        return "RegisterForm[…]";
    }
}
