package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever reads the report reads in words what it judges by. */
class QualityTermsTest {

    private final QualityTerms terms = QualityTerms.standard();

    /* 健康保険法施行規則 24条1項 and 52条, 高齢者の医療の確保に関する法律 50条, 健康保険法 74条1項. */
    @Test
    void everyNumberIsToldWithItsUnitInBothLanguages() {
        assertThat(terms.all())
                .extracting(term -> term.id() + ": " + term.said())
                .contains(
                        "late-days: 5日 / 5 days",
                        "elderly-from: 70歳 / 70 years of age",
                        "late-elderly-from: 75歳 / 75 years of age",
                        "school-from: 6歳 / 6 years of age",
                        "school-month: 3月 / month 3");
    }

    @Test
    void whatIsOursIsNamedSoWhereItsSourceStands() {
        assertThat(terms.all()).allSatisfy(term -> {
            assertThat(term.name().ja()).isNotBlank();
            assertThat(term.name().en()).isNotBlank();
            assertThat(term.source().ja().startsWith("当方の目安")).isEqualTo(term.ours());
            assertThat(term.source().en().startsWith("Ours")).isEqualTo(term.ours());
        });
    }
}
