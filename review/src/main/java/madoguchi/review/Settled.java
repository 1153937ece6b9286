package madoguchi.review;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.settle.Disposition;
import madoguchi.uke.Confirmation;
import madoguchi.uke.Receipt;

/**
 * 処理した一件.
 *
 * @param receipt as claimed
 * @param disposition what became of it
 * @param confirmation 確認区分 that was written; absent where none was
 * @param lost 資格喪失日 of the coverage it claims; absent when it was not lost, or is not known
 */
record Settled(
        Receipt receipt, Disposition disposition, Optional<Confirmation> confirmation, Optional<LocalDate> lost) {}
