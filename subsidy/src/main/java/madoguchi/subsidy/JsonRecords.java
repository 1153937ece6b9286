package madoguchi.subsidy;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import madoguchi.json.CoreJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** 配列の読取 – reads a JSON array of records one at a time, whatever its length; never more than one record is in memory, and no record beyond {@value #MOST_TOKENS} parts. */
final class JsonRecords {

    private static final int MOST_TOKENS = 2_000;
    private static final int DEEPEST = 8;

    /** The record at hand is larger or deeper than any that means something. */
    private static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final JsonParser parser;
    private int tokens;

    private JsonRecords(JsonParser parser) {
        this.parser = parser;
    }

    /** Hands every record on; false when the text is no array up to its end. What was handed on before is then not to be used. */
    static boolean read(InputStream json, Consumer<RawRecord> record) {
        try (JsonParser parser = CoreJson.mapper().createParser(json)) {
            return new JsonRecords(parser).array(record);
        } catch (JacksonException broken) {
            return false;
        }
    }

    private boolean array(Consumer<RawRecord> record) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return false;
        }
        int number = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                return false;
            }
            record.accept(element(++number, token));
        }
        return parser.nextToken() == null;
    }

    private RawRecord element(int number, JsonToken first) {
        if (first != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return RawRecord.broken(number, RecordCode.NOT_A_RECORD);
        }
        tokens = 0;
        try {
            return RawRecord.of(number, object(1));
        } catch (TooLarge beyond) {
            while (!(parser.currentToken() == JsonToken.END_OBJECT
                            && parser.streamReadContext().getNestingDepth() == 1)
                    && parser.nextToken() != null) {
                tokens++;
            }
            return RawRecord.broken(number, RecordCode.TOO_LARGE);
        }
    }

    private Map<String, Object> object(int depth) throws TooLarge {
        Map<String, Object> items = new LinkedHashMap<>();
        while (counted() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            value(counted(), depth).ifPresent(value -> items.put(name, value));
        }
        return items;
    }

    private List<Object> list(int depth) throws TooLarge {
        List<Object> values = new ArrayList<>();
        for (JsonToken token = counted(); token != JsonToken.END_ARRAY; token = counted()) {
            value(token, depth).ifPresent(values::add);
        }
        return values;
    }

    /** An item that is {@code null} is one that is not there. */
    private Optional<Object> value(JsonToken token, int depth) throws TooLarge {
        if (depth > DEEPEST) {
            throw new TooLarge();
        }
        return switch (token) {
            case START_OBJECT -> Optional.of(object(depth + 1));
            case START_ARRAY -> Optional.of(list(depth + 1));
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            case VALUE_NULL -> Optional.empty();
            case VALUE_NUMBER_INT -> Optional.of(parser.getBigIntegerValue());
            case VALUE_STRING -> Optional.of(parser.getString());
            default -> Optional.of(parser.getString());
        };
    }

    private JsonToken counted() throws TooLarge {
        JsonToken token = parser.nextToken();
        if (++tokens > MOST_TOKENS || token == null) {
            throw new TooLarge();
        }
        return token;
    }
}
