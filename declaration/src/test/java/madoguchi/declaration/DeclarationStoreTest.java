package madoguchi.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept, and that nothing is kept longer (R-UNK-13). */
class DeclarationStoreTest {

    private final DataSource database = Database.fresh("declaration", Declarations::migrate);
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final List<Filed> told = new ArrayList<>();
    private final DeclarationBook book =
            new DeclarationBook(new DeclarationStore(database), new MovableClock(Sample.MORNING), told::add);

    @Test
    void aDeclarationIsReadBackCharacterByCharacter() {
        String id = file("a", Optional.of(Sample.VISIT));
        Kept kept = book.find(id).orElseThrow();
        assertThat(kept.latest().said()).isEqualTo(Sample.YOSHIKO);
        assertThat(kept.latest().entered()).isEqualTo(HowEntered.FROM_PAPER);
        assertThat(kept.receivedDay()).isEqualTo(Sample.DAY);
        assertThat(kept.visit()).contains(Sample.VISIT);
        assertThat(kept.ageDays(Sample.DAY.plusDays(40))).isEqualTo(40);
    }

    @Test
    void theSameSheetSentTwiceIsOneDeclaration() {
        assertThat(file("a", Optional.empty())).isEqualTo(file("a", Optional.empty()));
        assertThat(book.all()).hasSize(1);
        assertThat(book.all().getFirst().versions()).hasSize(1);
    }

    @Test
    void theDeskIsToldWhatItMayKnowAndOnlyOfItsReceptions() {
        file("a", Optional.empty());
        assertThat(told).isEmpty();
        String id = file("b", Optional.of(Sample.VISIT));
        assertThat(told)
                .containsExactly(
                        new Filed(Sample.VISIT, id, InsuranceKind.EMPLOYEES, StatedShare.THIRTY.rate(), "yamamoto"));
    }

    @Test
    void aCorrectionIsANewVersionAndTheOldOneStays() {
        String id = file("a", Optional.of(Sample.VISIT));
        Declaration corrected = new Declaration(
                Sample.YOSHIKO.insurance(),
                Sample.CARD,
                Optional.of(Sample.DAY),
                Sample.YOSHIKO.signature(),
                Optional.of("03-0000-9999"));
        assertThat(book.correct(book.find(id).orElseThrow(), HowEntered.ON_SCREEN, corrected, "suzuki"))
                .isTrue();
        Kept kept = book.find(id).orElseThrow();
        assertThat(kept.versions()).extracting(Kept.Version::said).containsExactly(Sample.YOSHIKO, corrected);
        assertThat(told).hasSize(2);
    }

    @Test
    void destroyingLeavesNothingOfWhatWasSaidAndOneLineAboutIt() {
        String other = file("other", Optional.empty());
        String id = file("a", Optional.of(Sample.VISIT));
        assertThat(book.correct(book.find(id).orElseThrow(), HowEntered.ON_SCREEN, Sample.YOSHIKO, "suzuki"))
                .isTrue();

        assertThat(book.destroy(id, DestructionReason.CLAIM_PAID, "yamamoto")).isTrue();
        assertThat(book.find(id)).isEmpty();
        assertThat(book.destroy(other, DestructionReason.NOT_NEEDED, "claims")).isTrue();

        assertThat(everything()).doesNotContain(secrets());
        assertThat(jdbc.sql("select declaration || ' ' || operator || ' ' || reason from declaration.destruction")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(id + " yamamoto claim-paid", other + " claims not-needed");
        assertThat(book.destructions())
                .contains(new Destruction(id, Sample.MORNING, "yamamoto", DestructionReason.CLAIM_PAID));
    }

    @Test
    void whatIsDestroyedStaysDestroyed() {
        String id = file("a", Optional.of(Sample.VISIT));
        Kept kept = book.find(id).orElseThrow();
        assertThat(book.destroy(id, DestructionReason.CLAIM_PAID, "yamamoto")).isTrue();
        assertThat(book.correct(kept, HowEntered.ON_SCREEN, Sample.YOSHIKO, "suzuki"))
                .isFalse();
        assertThat(book.destroy(id, DestructionReason.NOT_NEEDED, "suzuki")).isFalse();
        assertThat(file("a", Optional.of(Sample.VISIT))).isEqualTo(id);
        assertThat(book.find(id)).isEmpty();
        assertThat(everything()).doesNotContain(secrets());
    }

    @Test
    void allDeclarationsOfAReceptionAreDestroyedWhenItsClaimIsPaid() {
        file("a", Optional.of(Sample.VISIT));
        file("b", Optional.of(Sample.VISIT));
        file("c", Optional.of("another"));
        assertThat(book.ofVisit(Sample.VISIT).orElseThrow().latest().said()).isEqualTo(Sample.YOSHIKO);
        assertThat(book.destroyOfVisit(Sample.VISIT, DestructionReason.CLAIM_PAID, "claims"))
                .isEqualTo(2);
        assertThat(book.destroyOfVisit(Sample.VISIT, DestructionReason.CLAIM_PAID, "claims"))
                .isZero();
        assertThat(book.all()).hasSize(1);
    }

    @Test
    void theLogItselfRefusesToBeChanged() {
        String id = file("a", Optional.empty());
        for (String sql : List.of(
                "update declaration.version set operator = 'nobody'",
                "delete from declaration.version",
                "truncate declaration.version cascade",
                "delete from declaration.declaration",
                "update declaration.declaration set visit = null")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThat(book.destroy(id, DestructionReason.NOT_NEEDED, "yamamoto")).isTrue();
        assertThatThrownBy(() -> jdbc.sql("delete from declaration.destruction").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into declaration.version (declaration, at, operator, entered, body) values (:id, now(), 'x', 'on-screen', '{}')")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private String file(String once, Optional<String> visit) {
        return book.file(once, visit, HowEntered.FROM_PAPER, Sample.YOSHIKO, "yamamoto");
    }

    /* Every column of every row of every table of the schema. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String table : jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = 'declaration'")
                .query(String.class)
                .list()) {
            jdbc.sql("select t::text from declaration.\"" + table + "\" t")
                    .query(String.class)
                    .list()
                    .forEach(all::append);
        }
        assertThat(all).isNotEmpty();
        return all.toString();
    }

    private static String[] secrets() {
        return new String[] {
            "髙", "𠮷", "一郎", "タカサキ", "1987", "架空県", "見本産業", "EMPLOYEES", "FEMALE", "THIRTY", "090-0000", "夫"
        };
    }
}
