package madoguchi.desk;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Typed;
import madoguchi.core.Wareki;

/**
 * 診察券の番号の名簿 – reads the facility's list, one patient a line: 患者番号, 氏名カナ, 生年月日, by tabs or commas. Kana and birth find a patient for the first time ({@code oqs-interface.md} §7.2); whether it is the same person, staff decide. Pure.
 */
final class PatientNumbers {

    private static final int COLUMNS = 3;
    private static final int HIRAGANA_FIRST = 'ぁ';
    private static final int HIRAGANA_LAST = 'ゖ';
    private static final int TO_KATAKANA = 'ァ' - 'ぁ';

    private PatientNumbers() {}

    /** Every line, or every fault with the number of its line. */
    static Parsed<List<PatientNumber>> read(String text) {
        List<PatientNumber> list = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int line = 0;
        for (String typed : text.replace("\uFEFF", "").lines().toList()) {
            line++;
            if (!typed.isBlank() && !typed.startsWith("患者番号")) {
                switch (line(line, typed)) {
                    case Parsed.Value<PatientNumber>(var read) -> list.add(read);
                    case Parsed.Faults<PatientNumber>(var faults) -> problems.addAll(faults);
                }
            }
        }
        if (list.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.at("1", "名簿が空です。", "The list is empty."));
        }
        return problems.isEmpty() ? Parsed.of(List.copyOf(list)) : new Parsed.Faults<>(problems);
    }

    private static Parsed<PatientNumber> line(int line, String typed) {
        String place = Integer.toString(line);
        String[] cells = typed.split(typed.indexOf('\t') >= 0 ? "\t" : "[,，、]", -1);
        if (cells.length < COLUMNS) {
            return Parsed.fault(
                    place, "患者番号、氏名カナ、生年月日の3つが要ります。", "Number, kana and birth date are needed, three columns.");
        }
        Parsed<ReferenceNumber> number = ReferenceNumber.parse(place, Typed.halfWidth(cells[0].strip()));
        Parsed<String> kana = key(cells[1]).isEmpty()
                ? Parsed.fault(place, "氏名カナがありません。", "The kana are missing.")
                : Parsed.of(key(cells[1]));
        Parsed<LocalDate> birth = Wareki.parse(place, cells[2].strip());
        List<Problem> problems = Parsed.problems(number, kana, birth);
        return problems.isEmpty()
                ? Parsed.of(new PatientNumber(number.orElseThrow(), kana.orElseThrow(), birth.orElseThrow()))
                : new Parsed.Faults<>(problems);
    }

    /** 氏名カナ for comparing: full width katakana without blanks, whatever it was written in. */
    static String key(String kana) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(kana, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .map(c -> c >= HIRAGANA_FIRST && c <= HIRAGANA_LAST ? c + TO_KATAKANA : c)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
