package madoguchi.leaflet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import madoguchi.web.Furigana;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words with several readings, in the sentences of prints they stand in. */
class ReadingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    その月の 終わりから 3か月      | その月[つき]の 終[お]わりから 3か月[げつ]
                    2026年4月1日                   | 2026年[ねん]4月[がつ]1日[ついたち]
                    5月20日から                    | 5月[がつ]20日[はつか]から
                    11月21日                       | 11月[がつ]21日[にち]
                    夜も 休みの日も                | 夜[よる]も 休[やす]みの日[ひ]も
                    朝9時30分                      | 朝[あさ]9時[じ]30分[ぷん]
                    来た人、来るとき               | 来[き]た人[ひと]、来[く]るとき
                    名前の読み方、カードの表       | 名前[なまえ]の読[よ]み方[かた]、カードの表[おもて]
                    保険に入る、スマホに入れた     | 保険[ほけん]に入[はい]る、スマホに入[い]れた
                    出ないとき 出してください      | 出[で]ないとき 出[だ]してください
                    """)
    void aWordIsReadByItsNeighbours(String sentence, String read) {
        assertThat(Furigana.standard().of(sentence).stream()
                        .map(part -> part.base() + (part.reading().isEmpty() ? "" : "[" + part.reading() + "]"))
                        .collect(Collectors.joining()))
                .isEqualTo(read);
    }

    @Test
    void whatIsNotInTheListHasNoReadingAndIsTold() {
        assertThat(Furigana.standard().unread("責任者に聞いてください")).containsExactly("責任者");
        assertThat(Furigana.standard().unread("聞いてください")).isEmpty();
    }
}
