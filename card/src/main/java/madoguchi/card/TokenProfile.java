package madoguchi.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import madoguchi.core.Coded;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;
import madoguchi.jpki.CardProfile;

/**
 * カードの型 – how one kind of card or phone behaves, as data ({@code profiles/*.properties}): where its applications are, how it signs, what it asks before, how often one may err. Driver and virtual card
 * read the same row, so a new card is a new file.
 *
 * @param id names the file
 * @param name on screens and in lists
 * @param token 媒体
 * @param tokenLabel how the token name in EF 0006 begins
 * @param keys kind of the keys, which the authority issues
 * @param signP1 P1 of SIGN that the driver uses; a row of the matrix with {@link SignScheme#RAW}
 * @param certificateRead what the certificate wants before it is read
 * @param keyUse what the key wants before it signs
 * @param pinDigits 桁数
 * @param pinTries 3
 * @param pinUsable false: the PIN is locked from the beginning (顔認証カード)
 * @param faceTries tries of 照合番号B
 * @param signCertificate whether it carries the other certificate, for signing documents
 * @param endsWithLastCommand whether the reader tells the phone that it has finished
 * @param endsWithCard whether the certificate ends with the card instead of after a term of its own
 * @param portraitFromAge years of age at issue from which a card has a portrait; {@code jpki-reader.md} §4.1, low confidence
 * @param simulated whether AIDs and algorithms are ours, because official ones are not known
 */
public record TokenProfile(
        String id,
        Text name,
        TokenKind token,
        String tokenLabel,
        Map<CardApplication, String> aids,
        CardProfile keys,
        String digest,
        String digestPrefix,
        int signP1,
        Map<Integer, SignScheme> signSchemes,
        HolderCheck certificateRead,
        HolderCheck keyUse,
        int pinDigits,
        int pinTries,
        boolean pinUsable,
        int faceTries,
        boolean signCertificate,
        boolean endsWithLastCommand,
        boolean endsWithCard,
        int portraitFromAge,
        boolean simulated) {

    private static final List<TokenProfile> ALL = List.of("plastic", "face-only", "android", "iphone", "next").stream()
            .map(TokenProfile::load)
            .toList();

    /** Copies the maps; refuses a driver's P1 that the matrix does not know. */
    public TokenProfile {
        aids = Map.copyOf(aids);
        signSchemes = Map.copyOf(signSchemes);
        if (signSchemes.get(signP1) != SignScheme.RAW) {
            throw new IllegalArgumentException(id + ": the driver signs its own DigestInfo");
        }
    }

    /** Every profile; the order in which a driver tries their AIDs. */
    public static List<TokenProfile> all() {
        return ALL;
    }

    /** The profile of this name; empty when there is none. */
    public static Optional<TokenProfile> find(String id) {
        return ALL.stream().filter(profile -> profile.id.equals(id)).findFirst();
    }

    /** JCA name of the algorithm that verifies what the driver has signed. */
    public String signature() {
        return keys.signature();
    }

    /** 券面 – whether there is a face with a portrait to be read from the chip; phones have none. */
    public boolean hasFace() {
        return aids.containsKey(CardApplication.FACE);
    }

    Optional<byte[]> aid(CardApplication application) {
        return Optional.ofNullable(aids.get(application)).map(Apdu::hex);
    }

    /** Whether this is the profile of a token that calls itself so: by prefix, older cards have a shorter name ({@code jpki-reader.md} §1.2). */
    boolean answersTo(String label) {
        return label.startsWith(tokenLabel);
    }

    private static TokenProfile load(String id) {
        Properties rows = new Properties();
        try (InputStream file = TokenProfile.class.getResourceAsStream("profiles/" + id + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no profile " + id);
            }
            rows.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new TokenProfile(
                id,
                new Text(row(rows, "name.ja"), row(rows, "name.en")),
                Coded.find(TokenKind.class, row(rows, "token")).orElseThrow(),
                row(rows, "token.label"),
                aids(rows),
                CardProfile.valueOf(row(rows, "keys")),
                row(rows, "digest"),
                row(rows, "digest.prefix"),
                Integer.parseInt(row(rows, "sign.p1"), 16),
                schemes(row(rows, "sign.schemes")),
                HolderCheck.valueOf(row(rows, "certificate.read")),
                HolderCheck.valueOf(row(rows, "key.use")),
                Integer.parseInt(row(rows, "pin.digits")),
                Integer.parseInt(row(rows, "pin.tries")),
                Boolean.parseBoolean(row(rows, "pin.usable")),
                Integer.parseInt(row(rows, "face.tries")),
                Boolean.parseBoolean(row(rows, "certificate.sign")),
                Boolean.parseBoolean(row(rows, "last.command")),
                Boolean.parseBoolean(row(rows, "certificate.ends-with-card")),
                Integer.parseInt(row(rows, "portrait.from-age")),
                Boolean.parseBoolean(row(rows, "simulated")));
    }

    private static String row(Properties rows, String name) {
        return Optional.ofNullable(rows.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("a card profile lacks " + name));
    }

    private static Map<CardApplication, String> aids(Properties rows) {
        Map<CardApplication, String> aids = new EnumMap<>(CardApplication.class);
        for (CardApplication application : CardApplication.values()) {
            Optional.ofNullable(rows.getProperty("aid." + application.name().toLowerCase(Locale.ROOT)))
                    .ifPresent(aid -> aids.put(application, aid));
        }
        return aids;
    }

    private static Map<Integer, SignScheme> schemes(String list) {
        Map<Integer, SignScheme> schemes = new HashMap<>();
        Arrays.stream(list.split(","))
                .map(String::strip)
                .forEach(pair ->
                        schemes.put(Integer.parseInt(pair.substring(0, 2), 16), SignScheme.valueOf(pair.substring(3))));
        return schemes;
    }
}
