package madoguchi.subsidy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 項目の読取 – takes items out of a record and collects what is wrong with them. Lives for one record. */
final class RecordItems {

    private final Map<String, Object> items;
    private final String prefix;
    private final List<RecordFault> faults;

    RecordItems(Map<String, Object> items, String prefix, List<RecordFault> faults) {
        this.items = items;
        this.prefix = prefix;
        this.faults = faults;
    }

    static RecordItems of(RawRecord record) {
        return new RecordItems(record.items(), "", new ArrayList<>());
    }

    List<RecordFault> faults() {
        return faults;
    }

    void fault(RecordCode code) {
        faults.add(code.fault());
    }

    void fault(RecordCode code, String item) {
        faults.add(code.at(prefix + item));
    }

    /** An item that has to be there and of that type. */
    <T> Optional<T> needed(String item, Class<T> type) {
        Optional<T> value = given(item, type);
        if (!items.containsKey(item)) {
            fault(RecordCode.MISSING, item);
        }
        return value;
    }

    /** An item that may be absent. */
    <T> Optional<T> given(String item, Class<T> type) {
        Object value = items.get(item);
        if (value != null && !type.isInstance(value)) {
            fault(RecordCode.WRONG_TYPE, item);
        }
        return Optional.ofNullable(value).filter(type::isInstance).map(type::cast);
    }

    /** A text up to a length; one of white space only is absent. */
    Optional<String> text(String item, int longest) {
        Optional<String> text = given(item, String.class).filter(value -> !value.isBlank());
        if (text.filter(value -> value.codePointCount(0, value.length()) > longest)
                .isPresent()) {
            fault(RecordCode.TEXT_LENGTH, item);
        }
        return text;
    }

    /** A day that has to be there. */
    Optional<LocalDate> day(String item) {
        return needed(item, String.class).flatMap(text -> day(item, text, RecordCode.DATE_FORM));
    }

    /** A day in ISO form. */
    Optional<LocalDate> day(String item, String text, RecordCode code) {
        Optional<LocalDate> day = parsed(text).filter(read -> read.getYear() >= 1 && read.getYear() <= 9999);
        if (day.isEmpty()) {
            fault(code, item);
        }
        return day;
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException odd) {
            return Optional.empty();
        }
    }

    /** The items of an object within; nothing where it is not one. */
    Optional<RecordItems> within(String item, boolean needed) {
        Optional<Map<?, ?>> object = (needed ? needed(item, Map.class) : given(item, Map.class)).map(map -> map);
        return object.map(map -> new RecordItems(named(map), prefix + item + ".", faults));
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new HashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    /** Names every item that is none of these. */
    void only(List<String> known) {
        items.keySet().stream()
                .filter(item -> !known.contains(item))
                .sorted()
                .forEach(item -> fault(RecordCode.UNKNOWN_ITEM, item.length() > 60 ? item.substring(0, 60) : item));
    }
}
