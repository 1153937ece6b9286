package madoguchi.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 居宅同意の回答 – what the holder of an opened card answers about care away from the counter.
 *
 * @param opening the opening of the card, from {@link Opened.Admitted}: the card itself was here, by PIN or before staff's eyes
 * @param visit to what kind of care
 * @param visitDay 受診日, where one is fixed; without it the consent stands by its own day alone
 * @param takenBack takes back what was consented to before
 * @param caller whose consent it is
 */
public record VisitAnswer(
        String opening, VisitKind visit, Optional<LocalDate> visitDay, boolean takenBack, Caller caller) {}
