package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import madoguchi.card.Readings.Reading;
import madoguchi.core.Octets;
import org.junit.jupiter.api.Test;

final class PulledCardTest {

    @Test
    void aCardPulledBeforeAnyCommandOfAnyReadingIsToldAsPulled() {
        for (Reading reading : Readings.all()) {
            int commands = commandsOf(reading);
            VirtualCard card = Readings.cardFor(reading);
            for (int at = 0; at < commands; at++) {
                int pulledAt = at;
                CardResult<Octets> result = Readings.read(
                        reading,
                        new ScriptedCard(
                                card,
                                (number, answer) -> number >= pulledAt
                                        ? CardResult.failed(CardTrouble.PULLED)
                                        : CardResult.got(answer)));
                assertThat(result)
                        .as("%s, pulled before command %d of %d", reading.name(), at, commands)
                        .isEqualTo(CardResult.failed(CardTrouble.PULLED));
            }
        }
    }

    @Test
    void aCardTakenFromTheVirtualReaderBetweenTwoStepsIsLostForGoodEvenWhenItComesBack() {
        VirtualReader reader = new VirtualReader();
        VirtualCard card = Cards.card("plastic");
        reader.insert(card);
        MyNumberCard open = MyNumberCard.open(reader).toOptional().orElseThrow();
        assertThat(open.verify(Cards.pin(Cards.PIN))).isEqualTo(CardResult.got(Done.DONE));
        reader.remove();
        assertThat(open.sign(Cards.NONCE)).isEqualTo(CardResult.failed(CardTrouble.PULLED));
        reader.insert(card);
        assertThat(open.sign(Cards.NONCE)).isEqualTo(CardResult.failed(CardTrouble.PULLED));
        assertThat(MyNumberCard.open(reader).then(again -> again.sign(Cards.NONCE)))
                .as("the PIN of before does not count")
                .isEqualTo(CardScenarios.failed(CardTrouble.NOT_IDENTIFIED, 0x6982));
    }

    @Test
    void anotherCardLaidDownInItsPlaceIsNotTheOneThatWasOpened() {
        VirtualReader reader = new VirtualReader();
        reader.insert(Cards.card("plastic"));
        MyNumberCard open = MyNumberCard.open(reader).toOptional().orElseThrow();
        reader.remove();
        reader.insert(Cards.card("plastic"));
        assertThat(open.certificate()).isEqualTo(CardResult.failed(CardTrouble.PULLED));
    }

    @Test
    void twoCardsOnTheReaderAreRefusedBeforeAnyIsRead() {
        VirtualReader reader = new VirtualReader();
        reader.insert(Cards.card("plastic"));
        reader.insert(Cards.card("android"));
        assertThat(reader.presence()).isEqualTo(Presence.SEVERAL);
        assertThat(MyNumberCard.open(reader).toOptional()).isEmpty();
        assertThat(MyNumberCard.open(reader)).isEqualTo(CardResult.failed(CardTrouble.SEVERAL_CARDS));
    }

    private static int commandsOf(Reading reading) {
        AtomicInteger commands = new AtomicInteger();
        CardResult<Octets> whole =
                Readings.read(reading, new ScriptedCard(Readings.cardFor(reading), (number, answer) -> {
                    commands.set(number + 1);
                    return CardResult.got(answer);
                }));
        assertThat(whole.toOptional()).as(reading.name()).isPresent();
        return commands.get();
    }
}
