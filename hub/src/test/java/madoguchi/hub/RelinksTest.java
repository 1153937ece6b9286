package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Answer;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 例示　花 (person 2) lost her national insurance and joined a society; the society sent her row under 架空　太郎's My Number. Two operators mend it.
 */
class RelinksTest {

    private static final LocalDate TARO = LocalDate.of(1987, 4, 12);
    private static final LocalDate HANA = LocalDate.of(1962, 1, 1);
    private static final String[] HANA_CELLS = {
        "氏名", "例示　花", "氏名カナ", "ﾚｲｼﾞ ﾊﾅ", "生年月日", "19620101", "性別1", "2", "住所", "東京都架空区例示町7-7"
    };
    private static final InsuredId TARO_WARD = Said.id(SaidLine.WARD, "12-34", "567890", "01");
    private static final InsuredId HANA_SOCIETY = Said.id(SaidLine.SOCIETY, "500", "88", "00");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T00:00:00Z"));
    private final Clock clock = new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.updateAndGet(before -> before.plus(Duration.ofSeconds(1)));
        }
    };

    private final HikariDataSource database = Databases.fresh();
    private final RegisterIndex index = new RegisterIndex(database, Optional.empty());
    private final Registrations registrations =
            new Registrations(database, Optional.of(index), new SecretKeySpec(new byte[32], "HmacSHA256"), clock);
    private final RegisterHub hub = new RegisterHub(database, Optional.of(index), Optional.empty(), clock);
    private final Relinks relinks = new Relinks(database, Optional.of(index), clock);

    private static SaidLine of(int person, SaidLine line) {
        return line.and("個人番号", FileOf.myNumber(person));
    }

    private static SaidLine hanaAtTheSociety(int myNumber) {
        return of(myNumber, SaidLine.line(HANA_CELLS).and("番号", "88", "資格取得年月日", "20260401"));
    }

    @BeforeEach
    void take() {
        take(
                "ward.csv",
                of(1, SaidLine.ward("資格喪失年月日", "20260401", "喪失事由", "03")),
                of(2, SaidLine.ward(HANA_CELLS).and("番号", "600001", "資格喪失年月日", "20260401", "喪失事由", "03")));
        take("society.csv", hanaAtTheSociety(1));
    }

    @AfterEach
    void close() {
        hub.close();
        index.close();
        database.close();
    }

    private ImportReport take(String name, SaidLine... lines) {
        byte[] file =
                FileOf.lines(Arrays.stream(lines).map(SaidLine::cells).toList()).utf8();
        Source source = new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(file);
            }
        };
        ImportReport report = registrations.take(source, read -> {}).orElseThrow();
        assertThat(report.faults()).isEmpty();
        return report;
    }

    private Reply ask(InsuredId insured, LocalDate birth) {
        return hub.inquire(Inquiry.byNumber(insured, birth, LocalDate.of(2026, 6, 1), true, Said.CLINIC));
    }

    private static RelinkForm toHana(long fact) {
        return new RelinkForm(
                Long.toString(fact), SaidLine.WARD, "12-34", "600001", "01", "S37.1.1", "", "個人番号の取り違え", List.of());
    }

    /** The fact that links the society's coverage of 花 to 太郎: the third one taken. */
    private static final long WRONG = 3;

    private long propose() {
        return relinks.propose(toHana(WRONG), "suzuki", OptionalLong.empty(), OptionalLong.empty())
                .orElseThrow();
    }

    private RelinkProposal mend() {
        return relinks.decide(propose(), true, "sato").orElseThrow();
    }

    @Test
    void afterTheSecondOperatorConfirmsInquiriesAnswerRightAndTheOldStateIsStillKnown() {
        assertThat(ask(TARO_WARD, TARO).answer()).isInstanceOf(Answer.InactiveNewExists.class);
        Instant before = clock.instant();
        RelinkProposal mended = mend();

        assertThat(ask(TARO_WARD, TARO).answer()).as("太郎 has no newer coverage").isInstanceOf(Answer.Inactive.class);
        assertThat(ask(Said.id(SaidLine.WARD, "12-34", "600001", "01"), HANA).answer())
                .as("花 has one")
                .isInstanceOf(Answer.InactiveNewExists.class);
        assertThat(ask(HANA_SOCIETY, HANA).answer()).isInstanceOf(Answer.Active.class);
        Inquiry then = new Inquiry(
                new Subject.ByNumber(TARO_WARD, TARO),
                LocalDate.of(2026, 6, 1),
                Optional.of(before),
                true,
                false,
                Said.CLINIC);
        assertThat(hub.inquire(then).answer()).isInstanceOf(Answer.InactiveNewExists.class);
        assertThat(mended.decision().orElseThrow().by()).isEqualTo("sato");
        assertThat(Databases.count(database, "fact")).as("nothing is lost").isEqualTo(5);
    }

    @Test
    void whoeverProposedItCannotConfirmItAndNothingIsDecidedTwice() {
        long proposal = propose();
        Parsed<RelinkProposal> same = relinks.decide(proposal, true, "Suzuki");
        assertThat(same.problems()).hasSize(1);
        assertThat(Databases.count(database, "fact")).isEqualTo(3);
        relinks.decide(proposal, true, "sato").orElseThrow();
        assertThat(relinks.decide(proposal, false, "tanaka").problems()).hasSize(1);
    }

    @Test
    void aRefusedProposalChangesNothing() {
        relinks.decide(propose(), false, "suzuki").orElseThrow();
        assertThat(Databases.count(database, "fact")).isEqualTo(3);
        assertThat(relinks.proposals(5).getFirst().decision().orElseThrow().confirmed())
                .isFalse();
    }

    @Test
    void theInsurersNextFileUnderTheWrongNumberUndoesNothingAndItsLossIsTaken() {
        mend();
        assertThat(take("again.csv", hanaAtTheSociety(1)).stored()).isZero();
        assertThat(take("right.csv", hanaAtTheSociety(2)).stored()).isZero();
        assertThat(ask(TARO_WARD, TARO).answer()).isInstanceOf(Answer.Inactive.class);

        assertThat(take("loss.csv", hanaAtTheSociety(1).and("資格喪失年月日", "20260501", "喪失事由", "99"))
                        .stored())
                .isOne();
        assertThat(ask(HANA_SOCIETY, HANA).answer()).isInstanceOf(Answer.Inactive.class);
        assertThat(ask(TARO_WARD, TARO).answer()).isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void theInsurersOwnCorrectionAfterwardsChangesNothingToo() {
        mend();
        take("own.csv", hanaAtTheSociety(1).and("異動区分", "9"), hanaAtTheSociety(2));
        assertThat(ask(HANA_SOCIETY, HANA).answer()).isInstanceOf(Answer.Active.class);
        assertThat(ask(TARO_WARD, TARO).answer()).isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void undoingIsAProposalOfTheWayBackAndAlsoNeedsTwo() {
        RelinkProposal mended = mend();
        long back = relinks.undo(mended.id(), "取り違えではなかった", "sato").orElseThrow();
        assertThat(relinks.decide(back, true, "sato").problems()).isNotEmpty();
        relinks.decide(back, true, "suzuki").orElseThrow();
        assertThat(ask(TARO_WARD, TARO).answer()).isInstanceOf(Answer.InactiveNewExists.class);
        assertThat(take("again.csv", hanaAtTheSociety(1)).stored()).isZero();

        relinks.decide(propose(), true, "sato").orElseThrow();
        assertThat(take("once-more.csv", hanaAtTheSociety(1)).stored()).isZero();
        assertThat(ask(TARO_WARD, TARO).answer()).isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void theVerificationsThatRestedOnTheWrongLinkAreListedWithWhatItDid() {
        long newer = ask(TARO_WARD, TARO).verification().orElseThrow();
        long own = ask(HANA_SOCIETY, HANA).verification().orElseThrow();
        RelinkProposal mended = mend();
        ask(TARO_WARD, TARO);
        ask(HANA_SOCIETY, HANA);
        assertThat(relinks.affected(mended))
                .extracting(one -> one.entry().id(), AffectedVerification::effect)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(newer, RelinkEffect.NEWER_TOLD),
                        org.assertj.core.groups.Tuple.tuple(own, RelinkEffect.RESTED));
        assertThat(relinks.affected(mended))
                .extracting(one -> one.entry().facility())
                .containsOnly("1319999913");
    }

    @Test
    void aCoverageCanBeGivenToSomebodyTheHubDoesNotKnowYet() {
        RelinkForm form = new RelinkForm(Long.toString(WRONG), "", "", "", "", "", "yes", "太郎さんのものではない", List.of());
        long proposal = relinks.propose(form, "suzuki", OptionalLong.empty(), OptionalLong.empty())
                .orElseThrow();
        relinks.decide(proposal, true, "sato").orElseThrow();
        assertThat(ask(HANA_SOCIETY, HANA).answer()).isInstanceOf(Answer.Active.class);
        assertThat(ask(TARO_WARD, TARO).answer()).isInstanceOf(Answer.Inactive.class);
    }

    @Test
    void allThatIsWrongWithAProposalIsToldAtOnceAndALinkNeedsThreeAttributes() {
        RelinkForm empty = RelinkForm.empty();
        assertThat(relinks.propose(empty, "suzuki", OptionalLong.empty(), OptionalLong.empty())
                        .problems())
                .hasSizeGreaterThanOrEqualTo(4);
        RelinkForm toTaro = new RelinkForm(
                Long.toString(2), SaidLine.WARD, "12-34", "567890", "01", "19870412", "", "ためし", List.of());
        assertThat(relinks.propose(toTaro, "suzuki", OptionalLong.empty(), OptionalLong.empty())
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().ja()).contains("3つが一致しない"));
    }

    @Test
    void aMendedLinkIsNotRegisteredLate(@TempDir Path folder) {
        mend();
        QualityReport report = new Quality(database, folder, clock)
                .report(LocalDate.of(2026, 6, 1), Optional.empty(), "suzuki", read -> {});
        assertThat(new QualityStore(database)
                        .findings(
                                report.id(),
                                new InsurerNumber(SaidLine.SOCIETY),
                                Optional.of(QualityKind.LATE_START),
                                0,
                                10,
                                false))
                .as("only the insurer's own registration is")
                .singleElement()
                .satisfies(row -> assertThat(row.finding().facts()).containsExactly(WRONG));
        assertThat(new QualityStore(database)
                        .counts(report.id(), false).stream().map(QualityCount::kind))
                .doesNotContain(QualityKind.MIXED_PERSON);
    }

    @Test
    void aHiddenPersonIsNobodyHere() {
        take(
                "hide.csv",
                of(2, SaidLine.ward(HANA_CELLS).and("番号", "600001", "資格喪失年月日", "20260401", "喪失事由", "03", "不開示", "1")));
        assertThat(relinks.propose(toHana(WRONG), "suzuki", OptionalLong.empty(), OptionalLong.empty())
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason().ja()).contains("その番号と生年月日の人がいない"));
    }
}
