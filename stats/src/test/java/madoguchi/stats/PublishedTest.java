package madoguchi.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds 001 and 003, as listed in policy-timeline.md Part 3: computed from the imported rows. */
final class PublishedTest {

    private final Published published = Published.bundled();

    @Test
    void everyPrintedSumOfOctober2025AgreesWithItsParts() {
        assertThat(published.checks().stream()
                        .filter(check -> check.kind().equals("sum"))
                        .toList())
                .hasSize(13)
                .allSatisfy(check -> assertThat(check.agrees()).as(check.id()).contains(true));
        assertThat(published.differences()).isEmpty();
    }

    /** Part 3: 37.14 % (57.00 / 36.16 / 50.04 / 31.22). */
    @ParameterizedTest
    @CsvSource({"total, 37.14%", "hospital, 57.00%", "clinic, 36.16%", "dental, 50.04%", "pharmacy, 31.22%"})
    void theOnlineBaseOfOctober2025(String kind, String rate) {
        assertThat(published.checks())
                .filteredOn(check -> check.id().equals("rate.oct." + kind))
                .extracting(PublishedCheck::computed)
                .containsExactly(rate);
    }

    /** The total row computed from the four kinds is the one printed: 274,605,299. */
    @Test
    void theNationsOctoberIsTheSumOfItsKinds() {
        assertThat(published.checks())
                .filteredOn(check -> check.id().equals("sum.oct.all"))
                .extracting(PublishedCheck::computed)
                .containsExactly("274,605,299");
    }

    @Test
    void holdersAndEnrolledOfMarch2025ImplyOnePopulation() {
        assertThat(published.checks())
                .filteredOn(check -> check.kind().equals("same-whole"))
                .extracting(PublishedCheck::agrees)
                .containsExactly(java.util.Optional.of(true));
    }

    @Test
    void aPrintThatDoesNotAddUpIsReportedAndNotMended() {
        String figures = """
                id,source,heading,period,measure_ja,measure_en,row_ja,row_en,value,unit
                age.all,S3,問1,2025-09,回答,answers,計,all,1045,件
                age.a,S3,問1,2025-09,回答,answers,～59,to 59,483,件
                age.b,S3,問1,2025-09,回答,answers,60～,from 60,564,件
                """;
        Published wrong = Published.of(figures, "id,kind,result,parts\nsum.age,sum,age.all,age.a age.b\n");

        assertThat(wrong.differences())
                .extracting(PublishedCheck::id, PublishedCheck::computed)
                .containsExactly(tuple("sum.age", "1,047"));
        assertThat(wrong.figure("age.all").written()).isEqualTo("1,045件");
    }

    @Test
    void everyFigureNamesItsPlaceInASeed() {
        assertThat(published.figures()).hasSize(54).allSatisfy(figure -> {
            assertThat(figure.source()).isIn(List.of("S1", "S3"));
            assertThat(figure.heading()).isNotBlank();
        });
    }
}
