package madoguchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"=SUM(A1)", "+81", "-1", "@cmd", "\tx", "＝1", "＋1", "－1", "＠x"})
    void whatASpreadsheetWouldRunIsMadeText(String text) {
        assertThat(CsvLine.forPeople(List.of("a", text))).isEqualTo("a,'" + text + "\r\n");
        assertThat(CsvLine.forPrograms(List.of("a", text)))
                .as("read back as it was")
                .isEqualTo("a," + text + "\r\n");
    }

    @Test
    void aCellIsQuotedWhereItMustBe() {
        assertThat(CsvLine.forPeople(List.of("12-34", "", "a,b", "say \"no\"", "\r\n=1")))
                .isEqualTo("12-34,,\"a,b\",\"say \"\"no\"\"\",\"'\r\n=1\"\r\n");
    }
}
