package madoguchi.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.InsuredId;
import madoguchi.uke.Confirmation;
import madoguchi.uke.Item;
import madoguchi.uke.Letters;
import madoguchi.uke.Line;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;

/**
 * 資格確認の記録を書く – writes into SN what the review body found; all other lines keep their bytes. HO stays as claimed: whether it is rewritten was not found ({@code claims-uke.md} §12, §14 2).
 */
final class Rewrite {

    private static final String INSURANCE = "1";
    private static final int FULL_WIDTH = '！' - '!';

    private Rewrite() {}

    /** 確認区分 alone. */
    static Receipt confirmed(Receipt receipt, Optional<Confirmation> confirmation) {
        return confirmation
                .map(code -> onSn(receipt, line -> line.with(Item.CONFIRMATION, code.code())))
                .orElse(receipt);
    }

    /** 確認区分 and the branch that is registered. */
    static Receipt branch(Receipt receipt, Confirmation confirmation, InsuredId found) {
        return onSn(
                receipt,
                line -> line.with(Item.CONFIRMATION, confirmation.code())
                        .with(Item.BRANCH, found.branch().orElse("")));
    }

    /** 確認区分 and the coverage that was found. */
    static Receipt found(Receipt receipt, Confirmation confirmation, InsuredId found) {
        return onSn(receipt, line -> foundLine(line, confirmation, found));
    }

    private static Line foundLine(Line sn, Confirmation confirmation, InsuredId found) {
        return sn.with(Item.CONFIRMATION, confirmation.code())
                .with(Item.FOUND_INSURER, found.insurer().digits())
                .with(Item.FOUND_SYMBOL, encodable(found.symbol().orElse("")))
                .with(Item.FOUND_NUMBER, encodable(found.number()))
                .with(Item.BRANCH, found.branch().orElse(""));
    }

    /** A letter the file cannot hold becomes ？, and a text of half-width and full-width letters is made full-width, as the file's own rules say (§1). */
    private static String encodable(String text) {
        StringBuilder safe = new StringBuilder();
        boolean mixed =
                text.chars().anyMatch(Rewrite::isHalfWidth) && !text.chars().allMatch(Rewrite::isHalfWidth);
        text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> mixed ? widened(letter) : letter)
                .forEach(letter -> safe.append(Letters.fitField(letter) ? letter : "？"));
        return safe.toString();
    }

    private static boolean isHalfWidth(int letter) {
        return letter >= ' ' && letter <= '~';
    }

    private static String widened(String letter) {
        char half = letter.charAt(0);
        return !isHalfWidth(half) ? letter : half == ' ' ? "　" : Character.toString(half + FULL_WIDTH);
    }

    /** 変え方 – a change of one line. */
    private interface Change {
        Line of(Line line);
    }

    private static Receipt onSn(Receipt receipt, Change change) {
        int last = -1;
        for (int i = 0; i < receipt.lines().size(); i++) {
            RecordId id = receipt.lines().id(i);
            if (id == RecordId.SN && isInsurance(receipt.lines().get(i))) {
                return receipt.replaced(i, change.of(receipt.lines().get(i)));
            }
            if (id == RecordId.HO || id == RecordId.KO) {
                last = i;
            }
        }
        Line made = Line.empty(receipt.kind(), RecordId.SN).with(Item.PAYER_KIND, INSURANCE);
        return receipt.inserted(last + 1, new ArrayList<>(List.of(change.of(made))));
    }

    private static boolean isInsurance(Line sn) {
        return sn.text(Item.PAYER_KIND).equals(INSURANCE);
    }
}
