package madoguchi.card;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Octets;

/** 券面事項 – the file of the card's face, {@code FF20}, of the application 券面事項確認AP ({@code jpki-reader.md} §1.3): read by the driver, written for virtual cards. */
final class CardFace {

    private static final int FILE = 0xFF20;
    private static final int OFFSETS = 0xDF21;
    private static final int BIRTH = 0xDF22;
    private static final int SEX = 0xDF23;
    private static final int KEY = 0xDF24;
    private static final int NAME = 0xDF25;
    private static final int ADDRESS = 0xDF26;
    private static final int PORTRAIT = 0xDF27;
    private static final int SIGNATURE = 0xDF28;
    private static final int EXPIRY = 0xDF29;
    private static final int SECURITY_CODE = 0xDF2A;

    private CardFace() {}

    /** The portrait of a file; {@link CardTrouble#NO_PORTRAIT} where it has none, {@code DAMAGED} where it is no such file. */
    static CardResult<Octets> portrait(byte[] file) {
        return object(file, PORTRAIT)
                .then(portrait -> portrait.length == 0
                        ? CardResult.failed(CardTrouble.NO_PORTRAIT)
                        : CardResult.got(Octets.of(portrait)));
    }

    private static CardResult<byte[]> object(byte[] file, int tag) {
        Optional<List<Tlv>> objects = Tlv.header(file, 0)
                .filter(outer -> outer.tag() == FILE && outer.end() == file.length)
                .flatMap(outer -> Tlv.all(file, outer.start(), outer.end()));
        if (objects.isEmpty()) {
            return CardResult.failed(CardTrouble.DAMAGED);
        }
        return CardResult.got(objects.get().stream()
                .filter(object -> object.tag() == tag)
                .findFirst()
                .map(object -> object.value(file))
                .orElseGet(() -> new byte[0]));
    }

    /**
     * Writes the file of a virtual card. The issuer's signature is left empty: whose key signs real ones is not simulated.
     *
     * @param cardKey public key of the card for its genuineness test, DER; not simulated either, may be empty
     */
    static byte[] write(CardContents card, byte[] cardKey) {
        return withOffsets(
                FILE,
                OFFSETS,
                List.of(
                        Tlv.of(BIRTH, day(card.holder().birth())),
                        Tlv.of(SEX, card.holder().sex().code().getBytes(StandardCharsets.US_ASCII)),
                        Tlv.of(KEY, cardKey),
                        Tlv.of(NAME, card.nameImage().bytes()),
                        Tlv.of(ADDRESS, card.addressImage().bytes()),
                        Tlv.of(PORTRAIT, card.portrait().bytes()),
                        Tlv.of(SIGNATURE),
                        Tlv.of(EXPIRY, day(card.cardEnd())),
                        Tlv.of(SECURITY_CODE, Drawing.text(card.securityCode()))));
    }

    static byte[] day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE).getBytes(StandardCharsets.US_ASCII);
    }

    /** One outer object: first the table of where the others begin, counted from the file's start in two bytes each, then the others. */
    static byte[] withOffsets(int file, int table, List<byte[]> objects) {
        ByteBuffer offsets = ByteBuffer.allocate(2 * objects.size());
        byte[] body = Apdu.joined(objects.toArray(byte[][]::new));
        int at = Tlv.of(file, Tlv.of(table, offsets.array()), body).length - body.length;
        for (byte[] object : objects) {
            offsets.putShort((short) at);
            at += object.length;
        }
        return Tlv.of(file, Tlv.of(table, offsets.array()), body);
    }
}
