package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 読み取りの場面 – what a reader does with a card, the same over every way to reach one. */
abstract class CardScenarios {

    /** 読み取り口 – where cards are laid down and taken away, and the way to reach them. */
    interface Bay extends AutoCloseable {
        CardTransport transport();

        void lay(VirtualCard card);

        void take();

        @Override
        void close();
    }

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private Bay bay = noBay();

    abstract Bay open() throws Exception;

    @BeforeEach
    void openTheBay() throws Exception {
        bay = open();
    }

    @AfterEach
    void closeTheBay() {
        bay.close();
    }

    private static Bay noBay() {
        return new InProcessCardTest.Desk();
    }

    private void lay(VirtualCard card) throws InterruptedException {
        bay.lay(card);
        await(Presence.ONE);
    }

    private void await(Presence wanted) throws InterruptedException {
        Presence now = bay.transport().presence();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (now != wanted && System.nanoTime() < end) {
            now = bay.transport().awaitChange(now, PATIENCE);
        }
        assertThat(now).isEqualTo(wanted);
    }

    private <T> CardResult<T> with(Function<MyNumberCard, CardResult<T>> steps) {
        return MyNumberCard.open(bay.transport()).then(card -> {
            try (card) {
                return steps.apply(card);
            }
        });
    }

    @Test
    void aPlasticCardIsReadFreelyAndSignsAfterItsPin() throws Exception {
        lay(Cards.card("plastic"));
        List<Octets> read = new ArrayList<>();
        CardResult<Octets> signature = with(card -> {
            assertThat(card.token()).isEqualTo(TokenKind.CARD);
            assertThat(card.faceOnly()).isEqualTo(CardResult.got(false));
            assertThat(card.sign(Cards.NONCE)).isEqualTo(failed(CardTrouble.NOT_IDENTIFIED, 0x6982));
            read.add(card.certificate().toOptional().orElseThrow());
            assertThat(card.verify(Cards.pin(Cards.PIN))).isEqualTo(CardResult.got(Done.DONE));
            return card.sign(Cards.NONCE);
        });
        assertThat(read).containsExactly(Cards.contents("plastic").certificate());
        assertSigned("plastic", read.getFirst(), signature);
    }

    @Test
    void anAndroidPhoneWantsItsPinBeforeTheCertificate() throws Exception {
        lay(Cards.card("android"));
        List<Octets> read = new ArrayList<>();
        CardResult<Octets> signature = with(card -> {
            assertThat(card.token()).isEqualTo(TokenKind.ANDROID);
            assertThat(card.certificate()).isEqualTo(failed(CardTrouble.NOT_IDENTIFIED, 0x6982));
            return card.verify(Cards.pin(Cards.PIN))
                    .then(done -> card.certificate())
                    .then(certificate -> {
                        read.add(certificate);
                        return card.sign(Cards.NONCE);
                    });
        });
        assertSigned("android", read.getFirst(), signature);
    }

    @Test
    void anIphoneSignsAfterItsOwnBiometricsAndIsToldTheEnd() throws Exception {
        VirtualCard phone = Cards.card("iphone");
        lay(phone);
        assertThat(with(MyNumberCard::certificate)).isEqualTo(failed(CardTrouble.NOT_IDENTIFIED, 0x6982));
        bay.take();
        await(Presence.EMPTY);
        phone.confirmBiometrics();
        lay(phone);
        List<Octets> read = new ArrayList<>();
        CardResult<Octets> signature = with(card -> {
            assertThat(card.token()).isEqualTo(TokenKind.IPHONE);
            read.add(card.certificate().toOptional().orElseThrow());
            CardResult<Octets> signed = card.sign(Cards.NONCE);
            assertThat(card.finish()).isEqualTo(CardResult.got(Done.DONE));
            return signed;
        });
        assertSigned("iphone", read.getFirst(), signature);
    }

    @Test
    void aCardOfTheNextGenerationSignsOnItsCurve() throws Exception {
        lay(Cards.card("next"));
        List<Octets> read = new ArrayList<>();
        CardResult<Octets> signature = with(card -> card.certificate().then(certificate -> {
            read.add(certificate);
            return card.verify(Cards.pin(Cards.PIN)).then(done -> card.sign(Cards.NONCE));
        }));
        assertSigned("next", read.getFirst(), signature);
    }

    @Test
    void aFaceOpensThePortraitAndTheCentreTheKey() throws Exception {
        lay(Cards.card("face-only"));
        List<Octets> read = new ArrayList<>();
        CardResult<Octets> signature = with(card -> {
            assertThat(card.faceOnly()).isEqualTo(CardResult.got(true));
            assertThat(card.triesLeft()).isEqualTo(new CardResult.Locked<Integer>(false));
            assertThat(card.portrait(Cards.faceNumber())).isEqualTo(CardResult.got(Cards.PORTRAIT));
            return card.admit(Cards.centre()).then(done -> card.certificate()).then(certificate -> {
                read.add(certificate);
                return card.sign(Cards.NONCE);
            });
        });
        assertSigned("face-only", read.getFirst(), signature);
    }

    @Test
    void wrongPinsAreCountedDownToTheLockAndPowerDoesNotHelp() throws Exception {
        VirtualCard card = Cards.card("plastic");
        lay(card);
        assertThat(with(MyNumberCard::triesLeft)).isEqualTo(CardResult.got(3));
        assertThat(with(open -> open.verify(Cards.pin("0000")))).isEqualTo(new CardResult.Wrong<Done>(Optional.of(2)));
        assertThat(with(open -> open.verify(Cards.pin("0001")))).isEqualTo(new CardResult.Wrong<Done>(Optional.of(1)));
        bay.take();
        await(Presence.EMPTY);
        lay(card);
        assertThat(with(MyNumberCard::triesLeft)).isEqualTo(CardResult.got(1));
        assertThat(with(open -> open.verify(Cards.pin("0002")))).isEqualTo(new CardResult.Locked<Done>(true));
        assertThat(with(open -> open.verify(Cards.pin(Cards.PIN)))).isEqualTo(new CardResult.Locked<Done>(false));
        assertThat(with(MyNumberCard::triesLeft)).isEqualTo(new CardResult.Locked<Integer>(false));
        assertThat(with(open -> open.admit(Cards.centre()).then(done -> open.sign(Cards.NONCE)))
                        .toOptional())
                .as("a locked PIN does not lock the face")
                .isPresent();
    }

    @Test
    void aCardPulledAfterThePinIsToldAsPulledAndItsPinForgotten() throws Exception {
        VirtualCard card = Cards.card("plastic");
        lay(card);
        MyNumberCard open = MyNumberCard.open(bay.transport()).toOptional().orElseThrow();
        try (open) {
            assertThat(open.verify(Cards.pin(Cards.PIN))).isEqualTo(CardResult.got(Done.DONE));
            bay.take();
            assertThat(open.sign(Cards.NONCE)).isEqualTo(CardResult.failed(CardTrouble.PULLED));
        }
        await(Presence.EMPTY);
        lay(card);
        assertThat(with(again -> again.sign(Cards.NONCE))).isEqualTo(failed(CardTrouble.NOT_IDENTIFIED, 0x6982));
    }

    @Test
    void twoCardsAreRefusedBeforeAnyIsRead() throws Exception {
        bay.lay(Cards.card("plastic"));
        bay.lay(Cards.card("android"));
        await(Presence.SEVERAL);
        assertThat(with(MyNumberCard::certificate)).isEqualTo(CardResult.failed(CardTrouble.SEVERAL_CARDS));
    }

    @Test
    void anEmptyReaderHasNoCard() {
        assertThat(with(MyNumberCard::certificate)).isEqualTo(CardResult.failed(CardTrouble.NO_CARD));
    }

    static <T> CardResult<T> failed(CardTrouble trouble, int word) {
        return new CardResult.Failed<>(trouble, Optional.of(new StatusWord(word)));
    }

    private static void assertSigned(String profile, Octets certificate, CardResult<Octets> signature)
            throws GeneralSecurityException {
        assertThat(signature.toOptional()).isPresent();
        assertThat(Cards.verifies(
                        TokenProfile.find(profile).orElseThrow(),
                        certificate,
                        signature.toOptional().orElseThrow()))
                .isTrue();
    }
}
