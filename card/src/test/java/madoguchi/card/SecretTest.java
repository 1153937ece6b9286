package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import madoguchi.core.Octets;
import org.junit.jupiter.api.Test;

final class SecretTest {

    @Test
    void thePinIsOverwrittenWhateverTheCardAnswersAndSoIsTheCommandThatCarriedIt() {
        for (int word : new int[] {0x9000, 0x63C2, 0x63C0, 0x6984, 0x6581, 0x6C10, 0x6110, 0x6F00}) {
            ScriptedCard line = new ScriptedCard(
                    Cards.card("plastic"),
                    (number, answer) -> CardResult.got(number == 5 ? StatusWordTest.bytes(word) : answer));
            Secret pin = Cards.pin(Cards.PIN);
            MyNumberCard card = MyNumberCard.open(line).toOptional().orElseThrow();
            CardResult<Done> verified = card.verify(pin);
            assertThat(pin.wiped()).isTrue();
            assertThat(verified.toString()).doesNotContain(Cards.PIN);
            assertThat(line.sent())
                    .as("VERIFY is sent once, whatever comes back")
                    .hasSize(6);
            assertThat(line.sent().get(5)).containsOnly(0);
        }
    }

    @Test
    void aPinThatIsNotFourDigitsUsesNoTry() {
        VirtualCard card = Cards.card("plastic");
        VirtualReader reader = new VirtualReader();
        reader.insert(card);
        MyNumberCard open = MyNumberCard.open(reader).toOptional().orElseThrow();
        for (String typed : List.of("123", "12345")) {
            Secret pin = Cards.pin(typed);
            assertThat(open.verify(pin)).isEqualTo(CardResult.failed(CardTrouble.NOT_A_PIN));
            assertThat(pin.wiped()).isTrue();
        }
        assertThat(open.triesLeft()).isEqualTo(CardResult.got(3));
    }

    @Test
    void whatIsTypedIsTakenOverAndOverwritten() {
        char[] typed = {'1', '2', '3', '4'};
        assertThat(Secret.typed(typed)).isPresent();
        assertThat(typed).containsOnly((char) 0);
        char[] wrong = {'1', 'x'};
        assertThat(Secret.typed(wrong)).isEmpty();
        assertThat(wrong).containsOnly((char) 0);
        assertThat(Secret.typed(new char[0])).isEmpty();
        assertThat(Secret.typed("12345678901234567".toCharArray())).isEmpty();
    }

    @Test
    void nothingPrintsWhatItKeeps() {
        Secret pin = Cards.pin(Cards.PIN);
        CardContents contents = Cards.contents("plastic");
        assertThat(pin).hasToString("Secret[…]");
        assertThat(contents.toString() + new VirtualCard(contents, TryCounters.inMemory()) + contents.holder())
                .doesNotContain(Cards.PIN, "葛", "1980", "2285");
    }

    @Test
    void theFaceNumberOfThePublishedTestCardComesOut() {
        Secret number = Secret.faceNumber(LocalDate.of(1980, 2, 17), 2035, "2285");
        String digits = number.spend(bytes -> new String(bytes, java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(digits).isEqualTo("55021720352285");
        assertThat(number.wiped()).isTrue();
    }

    @Test
    void aFaceNumberIsLockedAfterTenTriesAndThePinIsNot() {
        VirtualReader reader = new VirtualReader();
        reader.insert(Cards.card("plastic"));
        MyNumberCard card = MyNumberCard.open(reader).toOptional().orElseThrow();
        for (int left = 9; left > 0; left--) {
            assertThat(card.portrait(wrongNumber()))
                    .isEqualTo(new CardResult.Wrong<Octets>(java.util.Optional.of(left)));
        }
        assertThat(card.portrait(wrongNumber())).isEqualTo(new CardResult.Locked<Octets>(true));
        assertThat(card.portrait(Cards.faceNumber())).isEqualTo(new CardResult.Locked<Octets>(false));
        assertThat(card.triesLeft()).isEqualTo(CardResult.got(3));
    }

    private static Secret wrongNumber() {
        return Secret.faceNumber(LocalDate.of(1980, 2, 18), 2035, "2285");
    }
}
