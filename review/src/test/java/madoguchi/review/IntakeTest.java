package madoguchi.review;

import static madoguchi.review.Claims.file;
import static madoguchi.review.Claims.in;
import static madoguchi.review.Claims.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.core.CoverageHistory;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Problem;
import madoguchi.fixture.Database;
import madoguchi.review.Acknowledgement.State;
import madoguchi.uke.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a facility is told about the files it sends, and what is kept of them. */
class IntakeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-08T00:00:00Z"), ZoneOffset.UTC);
    private static final MedicalInstitutionCode CLINIC = new MedicalInstitutionCode("1311234569");

    private final DataSource database = Database.fresh("review", Agency::migrate);

    @TempDir
    Path folder;

    private Agency agency() {
        return new Agency(database, folder, register(), CLOCK);
    }

    private static CoverageHistory register() {
        return new People();
    }

    private Acknowledgement take(byte[] file) throws IOException {
        return agency().take(in(file), Optional.empty(), bytes -> {});
    }

    private long count(String table) {
        return JdbcClient.create(database)
                .sql("select count(*) from review." + table)
                .query(Long.class)
                .single();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aGoodFileIsTakenWholeAndKeptAsItCame() throws IOException {
        byte[] file = file(receipt(1, "777", "00"), receipt(2, "778", "00"));
        Acknowledgement told = take(file);
        assertThat(told.state()).isEqualTo(State.ACCEPTED);
        assertThat(told.reception()).isEqualTo("202605-000000001");
        assertThat(told.facility()).contains(CLINIC);
        assertThat(told.receipts()).isEqualTo(2);
        assertThat(told.accepted()).isEqualTo(2);
        assertThat(told.points()).isEqualTo(728);
        assertThat(told.problems()).isEmpty();
        assertThat(kept()).hasSize(1);
        assertThat(kept().getFirst()).hasBinaryContent(file);
    }

    @Test
    void aBrokenReceiptIsSetAsideWithItsBytesAndItsReasonsAndTheOthersGoOn() throws IOException {
        String broken = receipt(2, "778", "00").replace("19850412", "19851399");
        Acknowledgement told = take(file(receipt(1, "777", "00"), broken, receipt(3, "779", "00")));
        assertThat(told.state()).isEqualTo(State.PARTLY);
        assertThat(told.accepted()).isEqualTo(2);
        assertThat(told.setAside()).isEqualTo(1);
        assertThat(told.problems()).extracting(Problem::place).allMatch(place -> place.contains("レセプト2"));
        assertThat(JdbcClient.create(database)
                        .sql("select checks || ':' || ordinal || ':' || line from review.set_aside")
                        .query(String.class)
                        .single())
                .isEqualTo("U-211:2:10");
        assertThat(JdbcClient.create(database)
                        .sql("select bytes from review.set_aside")
                        .query(byte[].class)
                        .single())
                .isEqualTo(broken.getBytes(Claims.CHARSET));
    }

    @Test
    void aHeadWithBytesThatAreNoLettersIsRefusedWithTheReason() throws IOException {
        byte[] file = file(receipt(1, "777", "00"));
        file[new String(file, Claims.CHARSET).indexOf("みなと")] = (byte) 0xFF;
        Acknowledgement told = take(file);
        assertThat(told.state()).isEqualTo(State.REFUSED);
        assertThat(told.facility()).contains(CLINIC);
        assertThat(told.problems())
                .anyMatch(problem -> problem.reason().ja().contains("文字として読めない字節"));
    }

    /** With {@code -Dmadoguchi.mutations=20000} for some minutes. */
    @Test
    void nothingThatChanceMakesOfAFileStopsTheIntakeOrTheRun() throws IOException {
        byte[] sound = file(receipt(1, "777", "00"), Claims.unidentified(2, Claims.EIGHT), receipt(3, "778", "00"));
        Random chance = new Random(7);
        for (int i = 0; i < Integer.getInteger("madoguchi.mutations", 60); i++) {
            byte[] broken = sound.clone();
            for (int changes = chance.nextInt(1, 8); changes > 0; changes--) {
                broken[chance.nextInt(broken.length)] = (byte) (chance.nextBoolean()
                        ? chance.nextInt(256)
                        : ",\r\n0179\"".charAt(chance.nextInt(8)));
            }
            take(broken);
        }
        Agency agency = agency();
        for (WaitingMonth month : agency.months()) {
            RunReport run = Claims.finished(agency.settle(month.month(), folder.resolve("out"), any -> {}));
            assertThat(run.points()).isEqualTo(run.billed() + run.returned() + run.adjusted());
        }
        assertThat(agency.months()).isEmpty();
    }

    @Test
    void aFileThatWasCutOffIsRefusedWholeWithAllReasonsAndNothingOfItStays() throws IOException {
        byte[] whole = file(receipt(1, "777", "00"), receipt(2, "778", "00"));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 20);
        Acknowledgement told = agency().take(in(cut), Optional.of(new MedicalInstitutionCode("1319999913")), any -> {});
        assertThat(told.state()).isEqualTo(State.REFUSED);
        assertThat(told.accepted()).isZero();
        assertThat(told.problems())
                .extracting(problem -> problem.reason().en())
                .anyMatch(reason -> reason.contains("cut off"))
                .anyMatch(reason -> reason.contains("certificate"));
        assertThat(count("receipt")).isZero();
        assertThat(count("file")).isEqualTo(1);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsNoClaimFileIsRefused() throws IOException {
        assertThat(take(new byte[0]).state()).isEqualTo(State.REFUSED);
        assertThat(take("hello".getBytes(Claims.CHARSET)).state()).isEqualTo(State.REFUSED);
        byte[] nursing = ("HM,1,13\r\nGO,1,1,99\r\n" + receipt(1, "777", "00")).getBytes(Claims.CHARSET);
        assertThat(take(nursing).state()).isEqualTo(State.REFUSED);
        assertThat(count("receipt")).isZero();
    }

    @Test
    void thatItIsNoClaimFileComesFirstHoweverManyOfItsLinesAreBrokenToo() throws IOException {
        Acknowledgement refused = take("\u0001\r\n".repeat(3_000).getBytes(Claims.CHARSET));
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.problems().getFirst().reason().en()).startsWith("The first record is none of");
    }

    @Test
    void theSameBytesGetTheSameAcknowledgementAndNothingMoreIsStored() throws IOException {
        byte[] file = file(receipt(1, "777", "00"));
        Acknowledgement first = take(file);
        assertThat(take(file)).isEqualTo(first);
        assertThat(count("file")).isEqualTo(1);
        assertThat(count("receipt")).isEqualTo(1);
    }

    @Test
    void aCorrectedFileSentWholeDoesNotDoubleTheReceiptsTakenBeforeEvenIfTheyAreNumberedAnew() throws IOException {
        take(file(receipt(1, "777", "00"), receipt(2, "778", "00").replace("19850412", "19851399")));
        String again = receipt(2, "777", "00").replace("K0002", "K0001");
        Acknowledgement told = take(file(receipt(1, "778", "00"), again));
        assertThat(told.state()).isEqualTo(State.PARTLY);
        assertThat(told.accepted()).isEqualTo(1);
        assertThat(told.repeated()).isEqualTo(1);
    }

    @Test
    void aFileThatBreaksOffOnItsWayLeavesNothing() throws IOException {
        byte[] file = file(receipt(1, "777", "00"));
        InputStream broken = new ByteArrayInputStream(file) {
            private boolean begun;

            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                if (begun) {
                    throw new java.io.UncheckedIOException(new IOException("the line went dead"));
                }
                begun = true;
                return super.read(bytes, from, Math.min(length, 100));
            }
        };
        assertThatThrownBy(() -> agency().take(broken, Optional.empty(), any -> {}))
                .isInstanceOf(IOException.class);
        assertThat(count("file")).isZero();
        assertThat(kept()).isEmpty();
    }

    @Test
    void anIntakeKilledBetweenReceiptsAndAcknowledgementTakesTheFileAnewWithoutDoubling() throws IOException {
        byte[] file = Claims.invented(FileKind.MEDICAL, 7, 4_500);
        assertThatThrownBy(() -> agency().take(in(file), Optional.empty(), bytes -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(count("receipt")).isZero();
        Acknowledgement told = take(file);
        assertThat(told.state()).isEqualTo(State.ACCEPTED);
        assertThat(count("receipt")).isEqualTo(4_500);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void theLogCannotBeChangedAndHoldsNoName() throws IOException {
        take(file(receipt(1, "777", "00")));
        for (String change :
                List.of("delete from review.file", "update review.receipt set ordinal = 9", "truncate review.sent")) {
            assertThatThrownBy(() -> JdbcClient.create(database).sql(change).update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(JdbcClient.create(database)
                        .sql("select cast(f as text) || cast(r as text) from review.file f, review.receipt r")
                        .query(String.class)
                        .single())
                .doesNotContain("見本", "19850412", "11010203");
    }
}
