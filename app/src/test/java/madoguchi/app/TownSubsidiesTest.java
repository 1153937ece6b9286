package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import madoguchi.account.AccountStore;
import madoguchi.account.Accounts;
import madoguchi.account.Passwords;
import madoguchi.core.HeldSubsidies;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyAnswer.Absence;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.SubsidyUse;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.hub.HubDatabase;
import madoguchi.hub.KnownPersons;
import madoguchi.hub.RegisterHub;
import madoguchi.hub.Registrations;
import madoguchi.hub.SubsidyTerms;
import madoguchi.subsidy.RegistrationTask;
import madoguchi.subsidy.SubsidyHub;
import madoguchi.subsidy.TaskState;
import madoguchi.town.SubsidyFile;
import madoguchi.town.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way for the people of the town: municipalities register, the holder puts a card on the reader and says 「利用する」, the hub answers about both. */
class TownSubsidiesTest {

    private static final Clock CLOCK = new MovableClock("2026-11-21T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Path DATA = folder();
    private static final DataSource DATABASE = Database.fresh("town-subsidies", TownSubsidiesTest::migrate);
    private static final Town TOWN = Town.load();
    private static final SubsidyHub SUBSIDIES = open();
    private static final RegisterHub HUB = new RegisterHub(
            DATABASE,
            Optional.empty(),
            Optional.empty(),
            SUBSIDIES.subsidies(),
            // A loaded machine is no dead peer.
            new SubsidyTerms(Duration.ofSeconds(20), 64, 4, () -> false),
            CLOCK);

    private static void migrate(DataSource database) {
        HubDatabase.migrate(database);
        AccountStore.migrate(database);
        SubsidyHub.migrate(database);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("town-subsidies");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static SubsidyHub open() {
        try {
            SubsidyHub hub = SubsidyWiring.open(DATABASE, DATABASE, DATA, CLOCK);
            TownSettlement settlement = new TownSettlement(
                    TOWN,
                    new Registrations(DATABASE, HubKey.of(DATA), CLOCK),
                    new Accounts(new AccountStore(DATABASE), Passwords.standard(), CLOCK),
                    hub);
            settlement.settle();
            settlement.settle();
            return hub;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @AfterAll
    static void close() {
        HUB.close();
        SUBSIDIES.close();
    }

    @Test
    void everyFileOfTheTownIsSoundAndTakenOnce() {
        List<RegistrationTask> tasks = LongStream.rangeClosed(
                        1, SubsidyFile.all().size() + 1)
                .mapToObj(SUBSIDIES::task)
                .flatMap(Optional::stream)
                .toList();
        assertThat(tasks).hasSameSizeAs(SubsidyFile.all());
        assertThat(tasks).allSatisfy(task -> {
            assertThat(task.state()).isEqualTo(TaskState.STORED);
            assertThat(SUBSIDIES.results(task, 0, 10, true)).isEmpty();
            assertThat(task.stored()).isEqualTo(task.records());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kakuu-nozomu  | 54
            mihon-haruto  | 52 88
            mihon-akari   | 88
            kakuu-kokoro  | 21 81
            kourei-mihon  | 15
            shiken-yui    | 16
            shiken-kou    | 51
            kakuu-chikara | 80
            reiji-sora    | 88
            shiken-nguyen | 43
            reiji-nozomi  | 81
            """)
    void whoAgreesAtTheReaderBringsTheirCertificates(String key, String schemes) {
        SubsidyAnswer.Found found =
                (SubsidyAnswer.Found) ask(key, SubsidyUse.USE).subsidies();
        assertThat(found.certificates().stream().map(one -> one.schemeCode().orElseThrow()))
                .containsExactly(schemes.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reiji-aki     | ENDED
            mihon-ichirou | SCHEME_NOT_CONNECTED
            mihon-mamoru  | NONE
            reiji-shizuka | NONE
            mihon-hanako  | NONE
            """)
    void whoBringsNothingBringsNothingForAReason(String key, Absence absence) {
        assertThat(ask(key, SubsidyUse.USE).subsidies()).isEqualTo(new SubsidyAnswer.Nothing(absence));
    }

    @Test
    void whoDoesNotAgreeIsNotLookedFor() {
        assertThat(ask("kakuu-nozomu", SubsidyUse.DECLINE).subsidies())
                .isEqualTo(new SubsidyAnswer.Nothing(Absence.DECLINED));
        assertThat(ask("kakuu-nozomu", SubsidyUse.NOT_ASKED).subsidies()).isEqualTo(new SubsidyAnswer.NotAsked());
    }

    @Test
    void theOneWhoIsAlwaysReimbursedSaysSo() {
        SubsidyAnswer.Found found =
                (SubsidyAnswer.Found) ask("kakuu-chikara", SubsidyUse.USE).subsidies();
        assertThat(found.certificates().getFirst().alwaysReimbursed()).isTrue();
    }

    @Test
    void whoMovedHasBothMunicipalitiesOnTheirOwnScreenAndWhoMustStayHiddenHasNothing() throws IOException {
        assertThat(held("000000000361"))
                .extracting(
                        HeldSubsidies.Held::standing, one -> one.certificate().issuer())
                .containsExactly(
                        tuple(HeldSubsidies.Standing.CURRENT, "架空区"), tuple(HeldSubsidies.Standing.ENDED, "試験町"));
        assertThat(held("000000000566")).isEmpty();
    }

    @Test
    void whatWasKnownBeforeTheRegistrationIsReplayed() {
        Instant before = Instant.parse("2026-07-01T00:00:00Z");
        Reply reply = HUB.inquire(inquiry("kakuu-kokoro", SubsidyUse.USE).asKnownAt(before));
        assertThat(((SubsidyAnswer.Found) reply.subsidies()).certificates())
                .extracting(SubsidyCertificate::schemeCode)
                .containsExactly(Optional.of("81"));
    }

    private static List<HeldSubsidies.Held> held(String myNumber) throws IOException {
        var person = new KnownPersons(DATABASE, HubKey.of(DATA))
                .of(List.of(myNumber))
                .getFirst();
        return ((HeldSubsidies.Listing.Listed) SUBSIDIES.held().of(person, DAY)).subsidies();
    }

    private static Reply ask(String key, SubsidyUse use) {
        return HUB.inquire(inquiry(key, use));
    }

    private static Inquiry inquiry(String key, SubsidyUse use) {
        return Inquiry.byCard(
                        TOWN.card(TOWN.person(key)).orElseThrow(),
                        DAY,
                        TOWN.clinic().caller())
                .withSubsidies(use);
    }
}
