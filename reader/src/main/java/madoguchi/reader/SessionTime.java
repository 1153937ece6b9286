package madoguchi.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Identification;

/**
 * 読取の時間 – how long one person held the reader: from the card laid down, the phone chosen or staff called, to the card taken away or the end without one. Says nothing about the person.
 *
 * @param began when
 * @param took 0 or more
 * @param by the last way of identifying that was tried; empty where none was reached
 * @param ending what became of it
 */
public record SessionTime(Instant began, Duration took, Optional<Identification> by, Ending ending) {

    /** おわり方. */
    public enum Ending {
        /** 受付へ渡した – the answer went to the desk, whatever it was. */
        TAKEN,
        /** 読めなかった – the desk was told a code. */
        FAILED,
        /** 途中でやめた – nothing was kept. */
        GIVEN_UP
    }
}
