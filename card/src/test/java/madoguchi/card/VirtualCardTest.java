package madoguchi.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import madoguchi.core.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The virtual card by its bytes, command for command ({@code jpki-reader.md} §1, §2). */
final class VirtualCardTest {

    private static final String JPKI = "00A4040C0AD392F000260100000001";
    private static final String FACE = "00A4040C0AD3921000310001010402";

    private final VirtualCard card = Cards.card("plastic");

    @ParameterizedTest
    @CsvSource(textBlock = """
            an application nobody has,          00A4040C0AD3921000310001010100, 6A82
            the wrong way to select,            00A409040A D392F000260100000001, 6A86
            a file nobody has,                  00A4020C020099, 6A82
            the file with the individual number,00A4020C020001, 6A82
            a second channel,                   01A4020C02000A, 6881
            secure messaging when reading,      08B0000010, 69FC
            secure messaging otherwise,         0CA4020C02000A, 6882
            an unknown class,                   40A4020C02000A, 6E00
            an unknown instruction,             0012000000, 6D00
            reading before selecting,           00B0000010, 6986
            a PIN before selecting,             0020008004 31323334, 6986
            a length that does not fit,         00A4020C0300, 6700
            too few bytes,                      00A402, 6700
            a phone's last command,             80FC0000, 6700
            the centre without certificate,     0082009604 01020304, 6985
            a certificate of nobody,            80A206C104 01020304, 6A80
            signing without the key,            802A000004 01020304 00, 6A88
            """)
    void aCommandThatDoesNotFitIsAnsweredAsTheTableSays(String what, String command, String word) {
        assertThat(send(JPKI)).isEqualTo("9000");
        assertThat(send(command)).as(what).isEqualTo(word);
    }

    @Test
    void aFileIsReadByOffsetAndByShortName() {
        send(JPKI);
        assertThat(send("00B0860020"))
                .startsWith(HexFormat.of()
                        .formatHex("JPKIAPICCTOKEN2 ".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .toUpperCase(java.util.Locale.ROOT));
        assertThat(send("00B0008008")).hasSize(2 * 10).endsWith("9000");
        assertThat(send("00B0009F08")).as("one byte is left").isEqualTo("00" + "9000");
        assertThat(send("00B000A008")).as("behind the end").isEqualTo("6B00");
        send("00A4020C020008");
        assertThat(send("00B0000000")).isEqualTo("8F8F009000");
    }

    @Test
    void theTriesAreCountedDownAndTheQueryUsesNone() {
        send(JPKI);
        send("00A4020C020018");
        assertThat(send("00200080")).isEqualTo("63C3");
        assertThat(send("00200080")).isEqualTo("63C3");
        assertThat(send("0020008004 30303030")).isEqualTo("63C2");
        assertThat(send("0020008004 30303030")).isEqualTo("63C1");
        assertThat(send("0020008004 31323334")).isEqualTo("9000");
        assertThat(send("00200080")).as("only the right PIN sets it back").isEqualTo("63C3");
        send("0020008004 30303030");
        send("0020008004 30303030");
        assertThat(send("0020008004 30303030")).isEqualTo("63C0");
        assertThat(send("0020008004 31323334")).isEqualTo("6984");
        assertThat(send("00200080")).isEqualTo("6984");
    }

    @Test
    void aWrongPinAfterTheRightOneLocksTheKeyAgain() {
        send(JPKI);
        send("00A4020C020018");
        send("0020008004 31323334");
        send("0020008004 30303030");
        send("00A4020C020017");
        assertThat(send("802A008004 01020304 00")).isEqualTo("6982");
    }

    @Test
    void selectingAnotherApplicationForgetsWhatWasVerified() {
        send(JPKI);
        send("00A4020C020018");
        assertThat(send("0020008004 31323334")).isEqualTo("9000");
        send(FACE);
        send(JPKI);
        send("00A4020C020017");
        assertThat(send("802A008004 01020304 00")).isEqualTo("6982");
    }

    @Test
    void theCardFaceOpensWithTheFaceNumberAlone() {
        send(FACE);
        send("00A4020C020002");
        assertThat(send("00B0000010")).isEqualTo("6982");
        send("00A4020C020012");
        assertThat(send("002000800E 3535303231373230333532323835")).isEqualTo("9000");
        send("00A4020C020002");
        assertThat(send("00B0000002")).isEqualTo("FF209000");
    }

    @Test
    void everySchemeOfTheMatrixVerifiesWithTheCertificate() throws GeneralSecurityException {
        byte[] message = "to be signed".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(message);
        String info = "3031300d060960864801650304020105000420" + HexFormat.of().formatHex(digest);
        assertThat(verifies("SHA256withRSA", message, signed("00", info))).isTrue();
        assertThat(verifies("NONEwithRSA", digest, signed("01", HexFormat.of().formatHex(message))))
                .isTrue();
        assertThat(verifies(
                        "SHA256withRSA", message, signed("02", HexFormat.of().formatHex(digest))))
                .isTrue();
        assertThat(verifies(
                        "SHA256withRSA", message, signed("03", HexFormat.of().formatHex(message))))
                .isTrue();
        assertThat(verifies("RSASSA-PSS", message, signed("04", HexFormat.of().formatHex(digest))))
                .isTrue();
        assertThat(verifies("RSASSA-PSS", message, signed("05", HexFormat.of().formatHex(message))))
                .isTrue();
        assertThat(signed("06", "00")).isEqualTo("6A86");
        assertThat(signed("02", "0011")).as("not a digest").isEqualTo("6985");
        assertThat(signed("00", "00".repeat(245))).hasSize(2 * 258);
        assertThat(signed("00", "00".repeat(246))).isEqualTo("6985");
    }

    @Test
    void thePortraitIsAGreyJpeg2000AndEveryPersonHasAnother() throws IOException {
        byte[] portrait = Drawing.portrait("mihon-hanako");
        assertThat(Arrays.copyOfRange(portrait, 4, 8)).as("a JP2 file").containsExactly('j', 'P', ' ', ' ');
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(portrait));
        assertThat(picture.getRaster().getNumBands()).isEqualTo(1);
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(120, 160);
        assertThat(Drawing.portrait("mihon-hanako")).isEqualTo(portrait);
        assertThat(Drawing.portrait("kakuu-tarou")).isNotEqualTo(portrait);
    }

    @Test
    void aNameIsAPngOfOneBit() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Drawing.text("見本　花子")));
        assertThat(picture.getColorModel().getPixelSize()).isEqualTo(1);
    }

    @Test
    void anInfantsCardHasNoPortrait() {
        VirtualReader reader = new VirtualReader();
        reader.insert(new VirtualCard(
                Cards.contents("plastic", Cards.certificate("plastic", 0), Octets.of()), TryCounters.inMemory()));
        assertThat(MyNumberCard.open(reader).then(open -> open.portrait(Cards.faceNumber())))
                .isEqualTo(CardResult.failed(CardTrouble.NO_PORTRAIT));
    }

    @Test
    void aPhoneHasNoCardFace() {
        VirtualReader reader = new VirtualReader();
        reader.insert(Cards.card("android"));
        assertThat(MyNumberCard.open(reader).then(open -> open.portrait(Cards.faceNumber())))
                .isEqualTo(CardResult.failed(CardTrouble.NO_PORTRAIT));
    }

    @Test
    void theAttributesOpenWithPinOrFaceNumberAndKeepEveryCodePoint() {
        VirtualReader reader = new VirtualReader();
        reader.insert(card);
        assertThat(MyNumberCard.open(reader).then(open -> open.attributesByPin(Cards.pin(Cards.PIN))))
                .isEqualTo(CardResult.got(Cards.HOLDER));
        assertThat(MyNumberCard.open(reader).then(open -> open.attributesByFace(Cards.faceNumber())))
                .isEqualTo(CardResult.got(Cards.HOLDER));
    }

    @Test
    void theWrongCentreIsRefusedAndAnAnswerServesOnce() {
        VirtualReader reader = new VirtualReader();
        reader.insert(card);
        Centre right = Cards.centre();
        assertThat(MyNumberCard.open(reader).then(open -> open.admit(bent(right))))
                .isEqualTo(CardScenarios.failed(CardTrouble.CENTRE_REFUSED, 0x6300));
        assertThat(MyNumberCard.open(reader).then(open -> open.admit(silent())))
                .isEqualTo(CardResult.failed(CardTrouble.CENTRE_SILENT));
        assertThat(MyNumberCard.open(reader).then(open -> open.admit(right))).isEqualTo(CardResult.got(Done.DONE));
    }

    private static Centre bent(Centre right) {
        return new Centre() {
            @Override
            public java.util.Optional<Octets> certificate() {
                return right.certificate();
            }

            @Override
            public java.util.Optional<Octets> sign(Octets challenge) {
                return right.sign(Octets.of(new byte[16]));
            }
        };
    }

    private static Centre silent() {
        return new Centre() {
            @Override
            public java.util.Optional<Octets> certificate() {
                return java.util.Optional.empty();
            }

            @Override
            public java.util.Optional<Octets> sign(Octets challenge) {
                return java.util.Optional.empty();
            }
        };
    }

    private String signed(String scheme, String data) {
        send(JPKI);
        send("00A4020C020018");
        send("0020008004 31323334");
        send("00A4020C020017");
        return send("802A" + scheme + "80" + "%02X".formatted(data.length() / 2) + data + "00");
    }

    private static boolean verifies(String algorithm, byte[] message, String answer) throws GeneralSecurityException {
        Signature verifying = Signature.getInstance(algorithm);
        if (algorithm.equals("RSASSA-PSS")) {
            verifying.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        verifying.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        Cards.contents("plastic").certificate().bytes()))
                .getPublicKey());
        verifying.update(message);
        byte[] whole = HexFormat.of().parseHex(answer);
        return verifying.verify(Arrays.copyOf(whole, whole.length - 2));
    }

    private String send(String command) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(card.answer(HexFormat.of().parseHex(command.replace(" ", ""))));
    }
}
