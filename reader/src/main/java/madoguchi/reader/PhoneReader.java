package madoguchi.reader;

import java.time.Instant;
import java.util.List;

/**
 * 汎用カードリーダー – the registered reader to which phones are held.
 *
 * @param name what the service calls the device, without the numbers of the plug ({@link #device})
 * @param label what staff call it
 * @param at when it was registered
 * @param by the account
 */
public record PhoneReader(String name, String label, Instant at, String by) {

    /** 機器名 – the name of a device without the two numbers at its end, by which PC/SC counts plugs and slots: they change when it is plugged in elsewhere. */
    public static String device(String name) {
        return name.replaceFirst("(?: [0-9A-F]{2}){1,2}$", "").strip();
    }

    /** 見分けた名前 – each by its device name where that names one only, by its full name where several are of one make. */
    static List<String> devices(List<String> names) {
        return names.stream()
                .map(name -> names.stream()
                                        .filter(other -> device(other).equals(device(name)))
                                        .count()
                                == 1
                        ? device(name)
                        : name)
                .toList();
    }
}
