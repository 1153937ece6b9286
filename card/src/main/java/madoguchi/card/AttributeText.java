package madoguchi.card;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Coded;
import madoguchi.core.Sex;

/** 券面事項入力補助 – the file of the four attributes as text, {@code FF20} in UTF-8 ({@code jpki-reader.md} §1.4). */
final class AttributeText {

    private static final int FILE = 0xFF20;
    private static final int OFFSETS = 0xDF21;
    private static final int NAME = 0xDF22;
    private static final int ADDRESS = 0xDF23;
    private static final int BIRTH = 0xDF24;
    private static final int SEX = 0xDF25;

    private AttributeText() {}

    /** Reads the file; {@link CardTrouble#DAMAGED} unless all four are there and readable. A sex that the code list does not know is {@link Sex#UNSET}. */
    static CardResult<HolderAttributes> read(byte[] file) {
        Optional<List<Tlv>> objects = Tlv.header(file, 0)
                .filter(outer -> outer.tag() == FILE && outer.end() == file.length)
                .flatMap(outer -> Tlv.all(file, outer.start(), outer.end()));
        Map<Integer, String> texts = new HashMap<>();
        try {
            for (Tlv object : objects.orElse(List.of())) {
                if (object.tag() != OFFSETS) {
                    texts.put(object.tag(), text(object.value(file)));
                }
            }
            return texts.keySet().containsAll(List.of(NAME, ADDRESS, BIRTH, SEX))
                    ? CardResult.got(new HolderAttributes(
                            texts.getOrDefault(NAME, ""),
                            texts.getOrDefault(ADDRESS, ""),
                            LocalDate.parse(texts.getOrDefault(BIRTH, ""), DateTimeFormatter.BASIC_ISO_DATE),
                            Coded.find(Sex.class, texts.getOrDefault(SEX, "")).orElse(Sex.UNSET)))
                    : CardResult.failed(CardTrouble.DAMAGED);
        } catch (CharacterCodingException | DateTimeException unreadable) {
            return CardResult.failed(CardTrouble.DAMAGED);
        }
    }

    private static String text(byte[] value) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(value))
                .toString();
    }

    static byte[] write(HolderAttributes holder) {
        return CardFace.withOffsets(
                FILE,
                OFFSETS,
                List.of(
                        Tlv.of(NAME, holder.name().getBytes(StandardCharsets.UTF_8)),
                        Tlv.of(ADDRESS, holder.address().getBytes(StandardCharsets.UTF_8)),
                        Tlv.of(BIRTH, CardFace.day(holder.birth())),
                        Tlv.of(SEX, holder.sex().code().getBytes(StandardCharsets.US_ASCII))));
    }
}
