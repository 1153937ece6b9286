package madoguchi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "昭和62年4月12日, 1987-04-12",
        "昭62.4.12, 1987-04-12",
        "S62.4.12, 1987-04-12",
        "s62/4/12, 1987-04-12",
        "S620412, 1987-04-12",
        "3620412, 1987-04-12",
        "Ｓ６２．４．１２, 1987-04-12",
        "1987-04-12, 1987-04-12",
        "1987年4月12日, 1987-04-12",
        "19870412, 1987-04-12",
        "平成元年1月8日, 1989-01-08",
        "S64.1.7, 1989-01-07",
        "令和元年5月1日, 2019-05-01",
        "H31.4.30, 2019-04-30",
        "T15.12.24, 1926-12-24",
        "S1.12.25, 1926-12-25",
        "M45.7.29, 1912-07-29",
        "R6.2.29, 2024-02-29",
    })
    void datesAreReadInEveryFormAClerkTypes(String typed, LocalDate day) {
        assertThat(Wareki.parse("birth", typed).orElseThrow()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "きのう", "昭和99年", "S62.13.1", "20250230", "R5.2.29", "H0.1.1", "6010101"})
    void whatIsNoDateIsSaidToBeNone(String typed) {
        assertThat(Wareki.parse("birth", typed).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place()).isEqualTo("birth"));
    }

    @ParameterizedTest
    @CsvSource({
        "1987-04-12, 昭和62年4月12日",
        "1989-01-07, 昭和64年1月7日",
        "1989-01-08, 平成元年1月8日",
        "2019-05-01, 令和元年5月1日",
        "1926-12-25, 昭和元年12月25日",
        "1872-12-31, 1872年12月31日",
    })
    void datesAreWrittenInTheEraOfTheDay(LocalDate day, String written) {
        assertThat(Wareki.format(day)).isEqualTo(written);
    }

    @Test
    void aPeriodThroughItsLastValidDayAndOneUntilItsFirstDayWithoutMeanTheSame() {
        LocalDate first = LocalDate.of(2025, 8, 1);
        Period through = Period.through(first, LocalDate.of(2026, 7, 31));
        assertThat(through).isEqualTo(Period.until(first, LocalDate.of(2026, 8, 1)));
        assertThat(through.contains(LocalDate.of(2026, 7, 31))).isTrue();
        assertThat(through.contains(LocalDate.of(2026, 8, 1))).isFalse();
        assertThat(through.contains(LocalDate.of(2025, 7, 31))).isFalse();
        assertThat(through.lastDay()).contains(LocalDate.of(2026, 7, 31));
        assertThat(Period.startingOn(first).contains(LocalDate.MAX)).isTrue();
    }

    @Test
    void periodsOverlapOnlyWhereTheyShareADay() {
        Period july = Period.through(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31));
        Period august = Period.startingOn(LocalDate.of(2026, 8, 1));
        assertThat(july.overlaps(august)).isFalse();
        assertThat(july.overlaps(Period.startingOn(LocalDate.of(2026, 7, 31)))).isTrue();
        assertThatThrownBy(() -> Period.until(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 7, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
