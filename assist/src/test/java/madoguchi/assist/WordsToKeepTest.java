package madoguchi.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a question is kept: nothing that could name a person. */
class WordsToKeepTest {

    private final WordsToKeep keep =
            new WordsToKeep(Set.of("マイナ", "保険", "証", "ポータル", "card", "reader", "the", "phone", "表示", "資格")::contains);

    @ParameterizedTest
    @CsvSource({
        "田中さんの保険証が出ない, 田中",
        "佐藤花子の資格, 花子",
        "佐藤花子の資格, 佐藤",
        "ミホン ハナコのカード, ハナコ",
        "ヤマモト様のカード, ヤマモト",
        "保険証の番号 12345678, 12345678",
        "０９０－００００－１２３４に電話, 0000",
        "090 0000 1234, 0000",
        "Hanako Mihon lost the card, hanako",
        "𠮷田先生のカード, 田",
        "東京都港区に住んでいる, 港",
    })
    void namesPlacesAndLongNumbersAreDropped(String question, String dropped) {
        assertThat(keep.of(question)).contains(WordsToKeep.DROPPED).doesNotContain(dropped);
    }

    @Test
    void theFieldsOwnWordsAndCommonOnesStay() {
        assertThat(keep.of("保険証の写真が違う")).contains("写真", "違う").doesNotContain(WordsToKeep.DROPPED);
        assertThat(keep.of("005 が表示された")).contains("005");
        assertThat(keep.of("the card reader")).isEqualTo("the card reader");
    }

    @Test
    void onlySoMuchIsKept() {
        assertThat(keep.of("保険証 ".repeat(200))).hasSizeLessThanOrEqualTo(200);
    }
}
