package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Sex;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static Coverage hanako(String insurer, String symbol, String number, String branch, String name) {
        return Sample.coverage(
                new InsuredId(new InsurerNumber(insurer), Optional.of(symbol), number, Optional.of(branch)),
                name,
                "ﾐﾎﾝ ﾊﾅｺ",
                Sex.FEMALE,
                Sample.BIRTH,
                "架空区国民健康保険");
    }

    @Test
    void anotherWayOfWritingTheSameIsNoDifference() {
        Coverage before = hanako("138016", "１２−３４", "0567890", "02", "見本　花●");
        assertThat(Difference.between(before, Sample.HANAKO)).isEmpty();
    }

    @Test
    void everyItemThatChangedIsListed() {
        Coverage before = Sample.withAddress(hanako("06139992", "99", "1", "01", "旧姓　花子"), "架空県架空区旧町1-2");
        assertThat(Difference.between(before, Sample.HANAKO))
                .extracting(difference -> difference.item().ja())
                .containsExactly("保険者", "記号", "番号", "枝番", "氏名", "住所");
    }

    @Test
    void twinsAreNotTakenForOnePersonThoughTheyShareNumberAndBirthDate() {
        Coverage twin = hanako("138016", "12-34", "567890", "03", "見本　桃子");
        assertThat(Person.key(twin.id(), Sample.BIRTH)).isEqualTo(Person.key(Sample.HANAKO_ID, Sample.BIRTH));
        assertThat(Person.mayBeSame(twin, Sample.HANAKO)).isFalse();
        assertThat(Person.mayBeSame(hanako("138016", "12-34", "567890", "03", "見本　花●"), Sample.HANAKO))
                .isTrue();
    }
}
