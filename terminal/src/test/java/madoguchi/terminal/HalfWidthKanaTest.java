package madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfWidthKanaTest {

    @Test
    void katakanaHiraganaAndSpacesBecomeHalfWidth() {
        assertThat(HalfWidthKana.of("カクウ　ガイコ")).isEqualTo("ｶｸｳ ｶﾞｲｺ");
        assertThat(HalfWidthKana.of("ぱーく・ヴァン")).isEqualTo("ﾊﾟｰｸ･ｳﾞｧﾝ");
        assertThat(HalfWidthKana.of("ヰヱヮヵヶッャ")).isEqualTo("ｲｴﾜｶｹｯｬ");
    }

    @Test
    void whatIsHalfWidthAlreadyStays() {
        assertThat(HalfWidthKana.of("ｶｸｳ ﾊﾅｺ")).isEqualTo("ｶｸｳ ﾊﾅｺ");
    }

    @Test
    void latinLettersBecomeHalfWidthAndOtherSignsStay() {
        assertThat(HalfWidthKana.of("ＡＢＣ　１－２●")).isEqualTo("ABC 1-2●");
    }
}
