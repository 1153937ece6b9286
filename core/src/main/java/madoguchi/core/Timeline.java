package madoguchi.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 資格の経過 – every coverage of one person that the registers hold, past and present.
 *
 * @param stays in any order; never empty
 */
public record Timeline(List<Stay> stays) {

    /**
     * 資格の期間 – one coverage of the person.
     *
     * @param coverage as the insurer registered it
     * @param collected 証の回収日 – the day on which the insurer had its certificate back; absent where none was issued or nobody told
     */
    public record Stay(Coverage coverage, Optional<LocalDate> collected) {

        /** A stay of whose certificate nothing is known. */
        public Stay(Coverage coverage) {
            this(coverage, Optional.empty());
        }

        /** 死亡による喪失 – the first day without coverage, where the person died. */
        public Optional<LocalDate> death() {
            return coverage.lossReason()
                    .filter(LossReason.DEATH::equals)
                    .flatMap(died -> coverage.qualified())
                    .flatMap(Period::end);
        }
    }

    /** Copies the list; throws {@link IllegalArgumentException} when it is empty. */
    public Timeline {
        stays = List.copyOf(stays);
        if (stays.isEmpty()) {
            throw new IllegalArgumentException("a person without any coverage has no timeline");
        }
    }

    /** A person with these coverages, of whose certificates nothing is known. */
    public static Timeline of(Coverage... coverages) {
        return new Timeline(List.of(coverages).stream().map(Stay::new).toList());
    }
}
