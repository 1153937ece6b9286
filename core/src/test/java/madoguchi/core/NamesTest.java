package madoguchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What characters.md says of names and ●. */
class NamesTest {

    @Test
    void aNameKeepsItsCodePoints() {
        for (String name : new String[] {"髙橋　﨑子", "𠮷田　太郎", "葛\uDB40\uDD00城　一", "神\uFA19　花"}) {
            assertThat(PersonName.of(name, "ｶﾅ").written()).isEqualTo(name);
        }
    }

    @Test
    void halfWidthKanaIsReadInFullWidth() {
        assertThat(PersonName.of("見本　花子", "ﾐﾎﾝ ﾊﾅｺﾞ").reading()).isEqualTo("ミホン ハナゴ");
        assertThat(new PersonName("JOHN SMITH", Optional.empty(), Optional.empty(), Optional.empty()).reading())
                .isEqualTo("JOHN SMITH");
    }

    @Test
    void aBlackCircleStandsForExactlyOneCharacterOnEitherSide() {
        assertThat(PersonName.of("架空　●子", "ｶｸｳ").hasBlackCircle()).isTrue();
        assertThat(BlackCircle.mayEqual("架空　●子", "架空　花子")).isTrue();
        assertThat(BlackCircle.mayEqual("●田　太郎", "𠮷田　太郎")).isTrue();
        assertThat(BlackCircle.mayEqual("●城　一", "葛\uDB40\uDD00城 一")).isTrue();
        assertThat(BlackCircle.mayEqual("架空　●子", "架空　花々子")).isFalse();
        assertThat(BlackCircle.mayEqual("架空　花子", "架空　華子")).isFalse();
    }

    @Test
    void noNameNumberOrBirthDateIsPrintedByAccident() {
        assertThat(PersonName.of("見本　花子", "ﾐﾎﾝ ﾊﾅｺ").toString())
                .doesNotContain("見本")
                .doesNotContain("ﾐﾎﾝ");
        assertThat(new RecipientNumber("1234566").toString()).doesNotContain("1234566");
    }
}
