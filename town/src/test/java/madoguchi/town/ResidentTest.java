package madoguchi.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.CardSerial;
import madoguchi.core.TokenKind;
import org.junit.jupiter.api.Test;

/** The municipality's counter: what it writes leads the hub to the right person. */
final class ResidentTest {

    private static final CardSerial FIRST = new CardSerial("SIM-9", "2A");
    private static final CardSerial SECOND = new CardSerial("SIM-9", "2B");

    private final Town town = Town.load();

    @Test
    void everybodyWhoIsRegisteredIsAResident() {
        assertThat(town.residents())
                .extracting(resident -> resident.person().key())
                .contains("mihon-hanako", "kakuu-tarou");
        assertThat(town.residents())
                .allSatisfy(resident -> assertThat(resident.holder().birth())
                        .isEqualTo(resident.person().birth()));
    }

    @Test
    void aRowWrittenForAPersonLinksTheCardToThatPerson() {
        Resident hanako = resident("mihon-hanako");
        Town later = with(hanako.cardRow(TokenKind.CARD, FIRST, LocalDate.of(2026, 11, 20), Optional.empty()));
        assertThat(later.card(hanako.person())).contains(FIRST);
        assertThat(later.card(town.person("mihon-ichirou"))).isEqualTo(town.card(town.person("mihon-ichirou")));
    }

    @Test
    void aRenewalNamesTheCardWhosePlaceItTakes() {
        String row = resident("mihon-hanako")
                .cardRow(TokenKind.ANDROID, SECOND, LocalDate.of(2026, 11, 20), Optional.of(FIRST));
        assertThat(row).startsWith("1,000000").endsWith(",2,SIM-9,2B,20261120,,SIM-9,2A");
        assertThat(row.split(",", -1)).hasSameSizeAs(Resident.CARD_HEADER.split(",", -1));
    }

    @Test
    void anEnrolmentIsWrittenForWhoeverIsNotEnrolledYet() {
        assertThat(resident("mihon-hanako").enrolled()).isTrue();
        String row = resident("mihon-hanako").enrolmentRow(LocalDate.of(2026, 11, 20));
        assertThat(row).startsWith("1,000000").endsWith(",20261120,");
        assertThat(row.split(",", -1)).hasSameSizeAs(Resident.ENROLMENT_HEADER.split(",", -1));
    }

    private Resident resident(String key) {
        return town.residents().stream()
                .filter(resident -> resident.person().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Town with(String row) {
        byte[] file = (Resident.CARD_HEADER + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        List<Batch> batches = Stream.concat(
                        town.batches().stream(),
                        Stream.of(new Batch("issued.csv", Instant.parse("2026-11-20T00:00:00Z"), file)))
                .toList();
        return new Town(town.people(), batches, town.clinic());
    }
}
