package madoguchi.subsidy;

import java.time.Instant;
import java.util.Optional;

/**
 * 登録の処理 – how far one array or file of records has come.
 *
 * @param id its number
 * @param at when it began to come
 * @param municipality who sent it
 * @param name file name; empty for a posted array
 * @param by account or program
 * @param state 状態
 * @param records how many came so far
 * @param good of them without a fault
 * @param warned of them good, with a warning
 * @param done of the records looked at for storing
 * @param stored of them what said something new; counted at the end
 * @param unchanged of them what said nothing new; counted at the end
 * @param refused why nothing of it was taken
 */
public record RegistrationTask(
        long id,
        Instant at,
        MunicipalityCode municipality,
        String name,
        String by,
        TaskState state,
        long records,
        long good,
        long warned,
        long done,
        long stored,
        long unchanged,
        Optional<RecordCode> refused) {

    /** 受付番号, such as {@code T000012}. */
    public String number() {
        return "T%06d".formatted(id);
    }

    /** The id in a 受付番号; empty for any other text. */
    static Optional<Long> id(String number) {
        return number.matches("T[0-9]{6,15}") ? Optional.of(Long.parseLong(number.substring(1))) : Optional.empty();
    }

    /** 取り置いた記録. */
    public long aside() {
        return records - good;
    }
}
