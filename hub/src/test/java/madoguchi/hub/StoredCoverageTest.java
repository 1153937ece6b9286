package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import madoguchi.core.Coverage;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.Test;

class StoredCoverageTest {

    @Test
    void whatIsStoredSaysWhatItsJsonSays() {
        RandomCoverage random = new RandomCoverage(new Random(20261121));
        StoredCoverage.Writer writer = new StoredCoverage.Writer();
        for (int i = 0; i < 20_000; i++) {
            Coverage coverage = random.next();
            Coverage stored =
                    StoredCoverage.of(writer.write(coverage).bytes().clone()).coverage();

            assertThat(stored.equals(coverage)).as("coverage %s", i).isTrue();
            assertThat(CoreJson.mapper().writeValueAsString(stored))
                    .isEqualTo(CoreJson.mapper().writeValueAsString(coverage));
        }
    }

    @Test
    void equalCoveragesHaveEqualBytesAndOthersHaveNot() {
        StoredCoverage one = new StoredCoverage.Writer().write(Said.said(1).coverage());
        StoredCoverage same = new StoredCoverage.Writer().write(Said.said(2).coverage());
        StoredCoverage other = new StoredCoverage.Writer()
                .write(Said.said(1).until("2020-04-01", "2027-01-01").coverage());

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
    }

    @Test
    void aCoverageThatIsReadFromTheDatabaseTakesNoWordFromElsewhere() {
        assertThat(new StoredCoverage.Writer().write(Said.said(1).coverage()).bytes().length)
                .isLessThan(100);
    }

    /** The order of the code lists is part of every row that was ever stored. Whoever changes a list gives rows from then on another first byte. */
    @Test
    void formOneIsTheOneThatRowsWereStoredIn() {
        assertThat(PackedCoverage.FORM)
                .isEqualTo("1[[GENERAL, RETIRED, SHORT_GENERAL, SHORT_RETIRED, SPECIAL_MEDICAL_EXPENSES, SPECIALLY_RET"
                        + "IRED, SELF_DEFENSE, MEDICAL_ASSISTANCE], [INSURED, DEPENDENT], [MALE, FEMALE, UNSET], [DEA"
                        + "TH, PUBLIC_ASSISTANCE, OTHER_COVERAGE, OTHER], [LIMIT, LIMIT_AND_MEAL, MEAL], [A01, A02, A"
                        + "03, A04, A05, A06, B01, B02, B03, B04, B05, B06, B07, B08, B09, B10], [DIALYSIS, HAEMOPHIL"
                        + "IA, HIV_BLOOD_PRODUCTS]]");
    }

    @Test
    void rowsOfANewerFormAreNotGuessedAt() {
        assertThatThrownBy(() -> StoredCoverage.of(new byte[] {2, 0}).coverage())
                .isInstanceOf(IllegalStateException.class);
    }
}
