package madoguchi.town;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * 登録簿 – every row of the registration files, in order of recording.
 *
 * @param coverages rows about coverages
 * @param tickets rows about 医療券
 */
record Register(List<RegisteredCoverage> coverages, List<RegisteredTicket> tickets) {

    private interface Reading<T> {
        T of(Instant recordedAt, RegistrationRow row);
    }

    static Register read(List<Batch> batches) {
        List<Batch> chronological =
                batches.stream().sorted(comparing(Batch::recordedAt)).toList();
        return new Register(
                rows(chronological, false, RegisteredCoverage::of), rows(chronological, true, RegisteredTicket::of));
    }

    private static <T> List<T> rows(List<Batch> batches, boolean tickets, Reading<T> reading) {
        return batches.stream()
                .flatMap(batch -> Stream.of(RegistrationFile.read(batch))
                        .filter(file -> file.tickets() == tickets)
                        .flatMap(file -> file.rows().stream())
                        .map(row -> reading.of(batch.recordedAt(), row)))
                .toList();
    }
}
