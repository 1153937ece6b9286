package madoguchi.terminal;

import java.util.List;
import java.util.Optional;
import madoguchi.core.BulkQuestion;
import madoguchi.core.Reply;

/**
 * 一括照会の個人単位 – a {@code BulkConfirmUnit}.
 *
 * @param echo the search info as name and text
 * @param question what is understood of it
 * @param reply the answer; 処理結果状況 2 is {@code Unreachable(REFUSED)} with the peer's code and message
 * @param limitMayHaveChanged 限度額情報変更有無; absent counts as true
 */
record BulkUnit(List<BulkPerson.Leaf> echo, Optional<BulkQuestion> question, Reply reply, boolean limitMayHaveChanged) {

    BulkUnit {
        echo = List.copyOf(echo);
    }

    Optional<String> identifier() {
        return echo.stream()
                .filter(leaf -> leaf.name().equals(Tag.PERSON_IDENTIFIER))
                .map(BulkPerson.Leaf::text)
                .findFirst();
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "BulkUnit[…]";
    }
}
