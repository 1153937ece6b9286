package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.CardSerial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CardFolderTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 4, 1);

    @TempDir
    private Path folder;

    @Test
    void everyProfileIsKeptAndReadBackAndStillSigns() throws Exception {
        CardFolder cards = new CardFolder(folder);
        for (Readings.Reading reading : Readings.all()) {
            cards.put(issued(reading.profile()));
            IssuedCard read =
                    new CardFolder(folder).find("hanako-" + reading.profile()).orElseThrow();
            assertThat(read.serial()).isEqualTo(issued(reading.profile()).serial());
            assertThat(read.contents().holder()).isEqualTo(Cards.HOLDER);
            VirtualReader reader = new VirtualReader();
            VirtualCard card = cards.card(read.name()).orElseThrow();
            card.confirmBiometrics();
            reader.insert(card);
            assertThat(Readings.read(reading, reader).toOptional())
                    .as(reading.name())
                    .isPresent();
        }
        assertThat(cards.names())
                .containsExactly(
                        "hanako-android", "hanako-face-only", "hanako-iphone", "hanako-next", "hanako-plastic");
    }

    @Test
    void wrongTriesSurviveTheProgramAndARenewalButNotTheMunicipality() {
        new CardFolder(folder).put(issued("plastic"));
        assertThat(tried("0000")).isEqualTo(new CardResult.Wrong<Done>(Optional.of(2)));
        assertThat(tried("0000")).isEqualTo(new CardResult.Wrong<Done>(Optional.of(1)));
        new CardFolder(folder).put(issued("plastic"));
        assertThat(tried("0000")).isEqualTo(new CardResult.Locked<Done>(true));
        assertThat(tried(Cards.PIN)).isEqualTo(new CardResult.Locked<Done>(false));
        assertThat(new CardFolder(folder).unlock("hanako-plastic", "9876")).isTrue();
        assertThat(tried(Cards.PIN)).isEqualTo(new CardResult.Wrong<Done>(Optional.of(2)));
        assertThat(tried("9876")).isEqualTo(CardResult.got(Done.DONE));
    }

    @Test
    void theRightPinSetsTheCounterBackOnDisk() {
        new CardFolder(folder).put(issued("plastic"));
        assertThat(tried("0000")).isEqualTo(new CardResult.Wrong<Done>(Optional.of(2)));
        assertThat(tried(Cards.PIN)).isEqualTo(CardResult.got(Done.DONE));
        assertThat(tried("0000")).isEqualTo(new CardResult.Wrong<Done>(Optional.of(2)));
    }

    @Test
    void anUnlockingBesideAPluggedCardIsFeltAtOnce() {
        CardFolder cards = new CardFolder(folder);
        cards.put(issued("plastic"));
        VirtualReader reader = new VirtualReader();
        reader.insert(cards.card("hanako-plastic").orElseThrow());
        for (int i = 0; i < 3; i++) {
            assertThat(MyNumberCard.open(reader)
                            .then(card -> card.verify(Cards.pin("0000")))
                            .toOptional())
                    .isEmpty();
        }
        assertThat(cards.unlock("hanako-plastic", Cards.PIN)).isTrue();
        assertThat(MyNumberCard.open(reader).then(MyNumberCard::triesLeft)).isEqualTo(CardResult.got(3));
    }

    @Test
    void nobodyElseMayLookIntoACard() throws Exception {
        new CardFolder(folder).put(issued("plastic"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("hanako-plastic"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsNobody() {
        CardFolder cards = new CardFolder(folder.resolve("cards"));
        assertThat(cards.names()).isEmpty();
        assertThat(cards.find("../cards/x")).isEmpty();
        assertThat(cards.find("")).isEmpty();
        assertThat(cards.unlock("nobody", Cards.PIN)).isFalse();
    }

    private CardResult<Done> tried(String pin) {
        VirtualReader reader = new VirtualReader();
        reader.insert(new CardFolder(folder).card("hanako-plastic").orElseThrow());
        return MyNumberCard.open(reader).then(card -> card.verify(Cards.pin(pin)));
    }

    private static IssuedCard issued(String profile) {
        return new IssuedCard(
                "hanako-" + profile,
                "hanako",
                new CardSerial("SIM-9", "2A"),
                ISSUED,
                ISSUED,
                ISSUED.plusYears(5),
                Optional.of(new CardSerial("SIM-9", "1A")),
                Cards.contents(profile));
    }
}
