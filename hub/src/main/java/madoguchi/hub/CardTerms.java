package madoguchi.hub;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * カード認証の条件 – lengths and limits, from {@code card-authentication.csv}, where each has its source. None of them is published officially.
 *
 * @param nonceLife how long a nonce serves
 * @param nonces how many are kept at once, used ones included
 * @param noncesEach how many unused ones a facility may hold at once
 * @param openingLife how long consents may be answered after an opening
 * @param openings how many are kept at once
 * @param skew how far the clocks of authority and responder may differ from ours
 * @param whenUnconfirmed what to do when nobody tells whether a certificate is revoked
 */
public record CardTerms(
        Duration nonceLife,
        int nonces,
        int noncesEach,
        Duration openingLife,
        int openings,
        Duration skew,
        Silence whenUnconfirmed) {

    private static final String FILE = "card-authentication.csv";

    /** 失効情報が得られないとき. */
    public enum Silence {
        /** 受け付けない – the safe side for data; the desk confirms in another way. */
        REFUSE,
        /** 受け付ける – the safe side for the patient; the log says that it was not confirmed. */
        ADMIT
    }

    /** Those of this program's own file. */
    public static CardTerms bundled() {
        Map<String, String> values = read();
        return new CardTerms(
                seconds(values, "nonce-seconds"),
                number(values, "nonces"),
                number(values, "nonces-per-facility"),
                seconds(values, "opening-seconds"),
                number(values, "openings"),
                seconds(values, "skew-seconds"),
                Silence.valueOf(value(values, "when-unconfirmed")));
    }

    /** The same with another behaviour when nobody tells. */
    public CardTerms whenUnconfirmed(Silence silence) {
        return new CardTerms(nonceLife, nonces, noncesEach, openingLife, openings, skew, silence);
    }

    /** The same for one door through which everybody comes: as many nonces for one as for all. */
    CardTerms forEverybody() {
        return new CardTerms(nonceLife, nonces, nonces, openingLife, openings, skew, whenUnconfirmed);
    }

    private static Map<String, String> read() {
        try (InputStream in = Objects.requireNonNull(CardTerms.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, String> values = new HashMap<>();
            for (NamedCsvRecord row : rows) {
                values.put(row.getField("setting"), row.getField("value"));
            }
            return values;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Duration seconds(Map<String, String> values, String name) {
        return Duration.ofSeconds(number(values, name));
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(value(values, name));
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
