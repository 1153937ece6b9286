package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import madoguchi.core.Caller;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Subject;

/*
 * Nearly every inquiry at the door is one by number, as of now, written by our own mapper: the properties in one order, no blanks, no escapes. Such a
 * text is compared with that form word by word; no tree, no buffer and no look-up by name is made. At the first byte that is otherwise the text is left to the
 * mapper, which knows every way of writing and every fault. A way of writing that is missing here costs speed alone; PlainInquiryTest holds this reader to the mapper.
 */

/** 平易な照会 – reads an inquiry that is written as our mapper writes it, in a fraction of the time; any other text is left alone. */
final class PlainInquiry {

    private static final char NO_CHARACTER = '\uFFFD';

    private final byte[] text;
    private int at;
    private boolean plain = true;

    private PlainInquiry(byte[] text) {
        this.text = text;
    }

    /** The inquiry; empty when the text has to be read otherwise, for whatever reason. */
    static Optional<Inquiry> read(byte[] text) {
        return new PlainInquiry(text).inquiry();
    }

    private Optional<Inquiry> inquiry() {
        must(Word.INSURER);
        String insurer = string();
        Optional<String> symbol = optional(Word.SYMBOL);
        must(Word.NUMBER);
        String number = string();
        Optional<String> branch = optional(Word.BRANCH);
        must(Word.BIRTH);
        String birth = string();
        must(Word.DAY);
        String day = string();
        must(Word.LIMIT);
        boolean limit = flag();
        must(Word.DISEASE);
        boolean disease = flag();
        must(Word.FACILITY);
        String facility = string();
        must(Word.TERMINAL);
        String terminal = string();
        must(Word.OPERATOR);
        String operator = string();
        must(Word.END);
        if (!plain || at < text.length || !isDay(birth) || !isDay(day)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Inquiry(
                    new Subject.ByNumber(new InsuredId(new InsurerNumber(insurer), symbol, number, branch), day(birth)),
                    day(day),
                    Optional.empty(),
                    limit,
                    disease,
                    new Caller(new MedicalInstitutionCode(facility), terminal, operator)));
        } catch (IllegalArgumentException | DateTimeException fault) {
            // The mapper says where it lies.
            return Optional.empty();
        }
    }

    /** 決まった並び – what stands between the values. */
    private enum Word {
        INSURER("{\"subject\":{\"kind\":\"NUMBER\",\"insured\":{\"insurer\":"),
        SYMBOL(",\"symbol\":"),
        NUMBER(",\"number\":"),
        BRANCH(",\"branch\":"),
        BIRTH("},\"birth\":"),
        DAY("},\"day\":"),
        LIMIT(",\"limitConsent\":"),
        DISEASE(",\"diseaseConsent\":"),
        FACILITY(",\"caller\":{\"facility\":"),
        TERMINAL(",\"terminal\":"),
        OPERATOR(",\"operator\":"),
        END("}}"),
        TRUE("true"),
        FALSE("false");

        private final byte[] bytes;

        Word(String text) {
            this.bytes = text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private boolean has(Word word) {
        int end = at + word.bytes.length;
        boolean there = plain && end <= text.length && Arrays.equals(text, at, end, word.bytes, 0, word.bytes.length);
        at = there ? end : at;
        return there;
    }

    private void must(Word word) {
        plain = has(word);
    }

    private Optional<String> optional(Word word) {
        return has(word) ? Optional.of(string()) : Optional.empty();
    }

    private boolean flag() {
        boolean is = has(Word.TRUE);
        if (!is) {
            must(Word.FALSE);
        }
        return is;
    }

    /** Characters between quotation marks, each of which means itself; an empty text when the place is not plain. */
    private String string() {
        int from = at + 1;
        int end = from;
        while (plain && end < text.length && isItself(text[end])) {
            end++;
        }
        plain = plain && end < text.length && text[at] == '"' && text[end] == '"';
        if (!plain) {
            return "";
        }
        at = end + 1;
        String read = new String(text, from, end - from, StandardCharsets.UTF_8);
        plain = read.indexOf(NO_CHARACTER) < 0;
        return read;
    }

    /** Also each byte of a character that is not ASCII. */
    private static boolean isItself(byte unit) {
        return (unit < 0 || unit >= ' ') && unit != '"' && unit != '\\';
    }

    /** Whether the text has the form YYYY-MM-DD. */
    private static boolean isDay(String text) {
        boolean is = text.length() == "YYYY-MM-DD".length();
        for (int i = 0; is && i < text.length(); i++) {
            char sign = text.charAt(i);
            is = (i == 4 || i == 7) ? sign == '-' : (sign >= '0' && sign <= '9');
        }
        return is;
    }

    private static LocalDate day(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }
}
