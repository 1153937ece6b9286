package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.BulkRetrieval.Wanted;
import madoguchi.core.Problem;
import madoguchi.core.VisitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrievalTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `[]`                                                                                                        | line 1
            `{}`                                                                                                        | line 1: terminal; line 1: operator; line 1
            `{"terminal":"a","operator":"b","month":"2026-13"}`                                                         | line 1: month
            `{"terminal":"a","operator":"b","month":"2026-08","visit":"HOME"}`                                          | line 1
            `{"terminal":"a","operator":"b","visit":"AWAY","consentedFrom":"2026-02-30","consentedThrough":"x"}`        | line 1: visit; line 1: consentedFrom; line 1: consentedThrough
            `{"terminal":"a","operator":"b","visit":"HOME","consentedFrom":"2026-08-02","consentedThrough":"2026-08-01"}` | line 1: consentedThrough
            `{"terminal":"a","operator":"b","visit":"HOME","examinedFrom":"2026-08-02","examinedThrough":"2026-08-02"}` | line 1: visit
            """)
    void aTextThatIsNoRequestIsRefusedWithAllReasonsAndNoValue(String text, String places) {
        assertThat(RetrievalText.read(text.getBytes(StandardCharsets.UTF_8)).problems())
                .extracting(Problem::place)
                .containsExactly(places.split("; "));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        LocalDate day = LocalDate.of(2026, 8, 3);
        for (Wanted wanted : List.of(
                new Wanted.Tickets(YearMonth.of(2026, 8)),
                new Wanted.Consented(VisitKind.HOME, day, day),
                new Wanted.Consented(VisitKind.ONLINE, day, day.plusDays(1)),
                new Wanted.Examined(day, day.plusDays(30)))) {
            assertThat(RetrievalText.read(RetrievalText.of(new BulkRetrieval("id", Said.CLINIC, wanted)))
                            .orElseThrow())
                    .isEqualTo(new RetrievalText.Asked("desk", "clerk", wanted));
            assertThat(RetrievalText.wanted(RetrievalText.of(wanted))).isEqualTo(wanted);
        }
    }
}
