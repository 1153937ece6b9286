package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.InsurerNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report over a real database: what it finds is kept, compared with the one before, and handed out without telling who must stay hidden. */
class QualityReportTest {

    private static final Clock CLOCK = Clock.fixed(Found.KNOWN, ZoneOffset.UTC);
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    @TempDir
    Path folder;

    private final HikariDataSource database = Databases.fresh();
    private final Registrations registrations = new Registrations(database, KEY, CLOCK);

    @AfterEach
    void close() {
        database.close();
    }

    private Quality quality() {
        return new Quality(database, folder, CLOCK);
    }

    private QualityReport report() {
        return quality().report(Found.DAY, Optional.empty(), "suzuki", read -> {});
    }

    private void take(String name, SaidLine... lines) {
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
        assertThat(registrations
                        .take(source, Instant.parse("2026-06-01T00:00:00Z"), lines1 -> {})
                        .orElseThrow()
                        .faults())
                .isEmpty();
    }

    private static SaidLine of(int person, SaidLine line) {
        return line.and("個人番号", FileOf.myNumber(person));
    }

    @Test
    void anEmptyRegisterGivesAnEmptyReport() {
        QualityReport report = report();
        assertThat(report.persons()).isZero();
        assertThat(quality().insurers(report)).isEmpty();
    }

    @Test
    void twoReportsAreKeptAndComparedInsurerByInsurer() {
        take(
                "a.csv",
                of(1, SaidLine.line()),
                of(1, SaidLine.ward("資格取得年月日", "20260401")),
                of(2, SaidLine.line("番号", "78", "氏名カナ", "")));
        QualityReport first = report();
        assertThat(first.persons()).isEqualTo(2);
        assertThat(first.facts()).isEqualTo(3);
        InsurerQuality society = insurer(first, SaidLine.SOCIETY, false);
        assertThat(society.kinds())
                .containsExactly(
                        new InsurerQuality.Kind(QualityKind.TWO_AT_ONCE, Gravity.SERIOUS, 1, OptionalLong.empty()),
                        new InsurerQuality.Kind(QualityKind.NO_KANA, Gravity.MINOR, 1, OptionalLong.empty()));
        assertThat(society.trend()).isEmpty();
        assertThat(insurer(first, SaidLine.WARD, false).count(Gravity.SERIOUS))
                .as("an overlap concerns both insurers")
                .isOne();

        take("b.csv", of(1, SaidLine.line("資格喪失年月日", "20260401", "喪失事由", "03")));
        QualityReport second = report();
        assertThat(insurer(second, SaidLine.SOCIETY, false).kinds())
                .containsExactly(
                        new InsurerQuality.Kind(QualityKind.TWO_AT_ONCE, Gravity.SERIOUS, 0, OptionalLong.of(1)),
                        new InsurerQuality.Kind(QualityKind.NO_KANA, Gravity.MINOR, 1, OptionalLong.of(1)));
        assertThat(insurer(second, SaidLine.SOCIETY, false).trend()).isEqualTo("↓ -1");
        assertThat(quality().reports(10)).extracting(QualityReport::id).containsExactly(second.id(), first.id());
        assertThatThrownBy(() -> JdbcClient.create(database)
                        .sql("delete from hub.quality_finding")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void aFindingLeadsToTheFactsBehindIt() {
        take("a.csv", of(1, SaidLine.line()), of(1, SaidLine.ward("資格取得年月日", "20260401")));
        QualityReport report = report();
        QualityStore store = quality().store();
        QualityRow row = store.findings(
                        report.id(),
                        new InsurerNumber(SaidLine.WARD),
                        Optional.of(QualityKind.TWO_AT_ONCE),
                        0,
                        10,
                        false)
                .getFirst();
        assertThat(store.finding(report.id(), row.number(), false)).contains(row);
        assertThat(store.facts(row.finding().facts()))
                .extracting(fact -> fact.coverage().id().insurer().digits())
                .containsExactly(SaidLine.SOCIETY, SaidLine.WARD);
    }

    @Test
    void whoMustStayHiddenIsSeenByTheAuditorAloneAlsoInOlderReports() {
        take(
                "a.csv",
                of(1, SaidLine.line("氏名カナ", "")),
                of(2, SaidLine.line("番号", "78", "氏名カナ", "", "生年月日", "19620101", "不開示", "1")));
        QualityReport report = report();
        assertThat(report.persons()).isOne();
        assertThat(insurer(report, SaidLine.SOCIETY, false).count()).isOne();
        assertThat(insurer(report, SaidLine.SOCIETY, true).count()).isEqualTo(2);

        take("b.csv", of(1, SaidLine.line("氏名カナ", "", "不開示", "1")));
        assertThat(quality().insurers(report)).isEmpty();
        assertThat(insurer(report, SaidLine.SOCIETY, true).count()).isEqualTo(2);
        assertThat(quality().store().finding(report.id(), 1, false)).isEmpty();
        StringWriter csv = new StringWriter();
        assertThat(quality().export(report, new InsurerNumber(SaidLine.SOCIETY), "suzuki", csv))
                .isZero();
    }

    @Test
    void theListForAnInsurerHasItsOwnNumbersAndNothingElseAboutThePerson() {
        take("a.csv", of(1, SaidLine.line()), of(1, SaidLine.ward("資格取得年月日", "20260401")));
        QualityReport report = report();
        StringWriter csv = new StringWriter();
        assertThat(quality().export(report, new InsurerNumber(SaidLine.WARD), "suzuki", csv))
                .isOne();
        assertThat(csv.toString().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith(
                        report.id()
                                + ",1,2026-11-20,TWICE,二重加入（基準日に二つの資格）,重大,12-34,567890,01,2026-04-01,,2026-06-01T00:00:00Z,06139992,2026-04-01,,");
        assertThat(csv.toString()).doesNotContain("架空　太郎", "ｶｸｳ", "1987", FileOf.myNumber(1), "500");
        assertThat(Databases.count(database, "quality_export")).isOne();
    }

    @Test
    void noNameBirthOrNumberIsKeptInAReport() {
        take(
                "a.csv",
                of(1, SaidLine.line("氏名", "架●　太郎")),
                of(1, SaidLine.ward("資格取得年月日", "20260401", "生年月日", "19620101")));
        report();
        for (String table : new String[] {"quality_report", "quality_finding", "quality_delay"}) {
            assertThat(JdbcClient.create(database)
                            .sql("select cast(t as text) from hub." + table + " t")
                            .query(String.class)
                            .list())
                    .noneMatch(row -> row.contains("太郎") || row.contains("1987-04-12") || row.contains("567890"));
        }
    }

    @Test
    void aReportThatFailsLeavesNothing() {
        take("a.csv", of(1, SaidLine.line("氏名カナ", "")));
        assertThatThrownBy(() -> quality().report(Found.DAY, Optional.empty(), "suzuki", read -> {
                    throw new IllegalStateException("the power went");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Databases.count(database, "quality_finding")).isZero();
        assertThat(quality().reports(1)).isEmpty();
    }

    private InsurerQuality insurer(QualityReport report, String insurer, boolean all) {
        return quality().insurers(report, all).stream()
                .filter(one -> one.insurer().digits().equals(insurer))
                .findFirst()
                .orElseThrow();
    }
}
