package madoguchi.town;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.town.RegistrationFile.Kind;

/**
 * 登録簿 – every row of the registration files, in order of recording.
 *
 * @param coverages rows about coverages
 * @param tickets rows about 医療券
 * @param cards rows about cards
 * @param enrolments rows about 利用登録
 */
record Register(
        List<RegisteredCoverage> coverages,
        List<RegisteredTicket> tickets,
        List<RegisteredCard> cards,
        List<RegisteredEnrolment> enrolments) {

    private interface Reading<T> {
        T of(Instant recordedAt, RegistrationRow row);
    }

    static Register read(List<Batch> batches) {
        List<Batch> chronological =
                batches.stream().sorted(comparing(Batch::recordedAt)).toList();
        return new Register(
                rows(chronological, Kind.COVERAGES, RegisteredCoverage::of),
                rows(chronological, Kind.TICKETS, RegisteredTicket::of),
                rows(chronological, Kind.CARDS, RegisteredCard::of),
                rows(chronological, Kind.ENROLMENTS, RegisteredEnrolment::of));
    }

    private static <T> List<T> rows(List<Batch> batches, Kind kind, Reading<T> reading) {
        return batches.stream()
                .flatMap(batch -> Stream.of(RegistrationFile.read(batch))
                        .filter(file -> file.kind() == kind)
                        .flatMap(file -> file.rows().stream())
                        .map(row -> reading.of(batch.recordedAt(), row)))
                .toList();
    }
}
