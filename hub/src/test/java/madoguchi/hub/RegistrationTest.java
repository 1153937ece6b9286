package madoguchi.hub;

import static madoguchi.hub.FileOf.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import madoguchi.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

    @Test
    void aLineWithNothingWrongIsUnderstood() {
        Registration registration = Registration.parse(line(1)).orElseThrow();

        assertThat(registration.withdrawn()).isFalse();
        assertThat(registration.suppressed()).isFalse();
        assertThat(registration.coverage().id()).isEqualTo(Said.id("138016", "12-34", "500001", "02"));
        assertThat(registration.coverage().holder().birth()).isEqualTo(Said.BIRTH);
    }

    @Test
    void emptyRequiredCellsAreToldInTheOrderOfTheDocumentation() {
        Map<String, String> nothing = line(1);
        nothing.replaceAll((column, cell) -> column.equals("記号") ? cell : "");

        assertThat(faults(nothing)).extracting(Problem::place).containsExactlyElementsOf(Registration.NEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "異動区分,2",
        "個人番号,12345678901",
        "保険者番号,1380",
        "番号,123456789012345678901",
        "記号,123456789012345678901",
        "枝番,A1",
        "被保険者証区分,99",
        "本人家族,3",
        "性別2,x",
        "生年月日,00000101",
        "資格取得年月日,きのう",
        "喪失事由,77",
        "交付年月日,20261301",
        "一部負担金割合,015",
        "未就学区分,x",
        "不開示,2",
        "氏名,a\u0000b",
        "番号,1\u00002"
    })
    void aFaultyCellIsToldByItsColumn(String column, String cell) {
        assertThat(faults(line(1, column, cell))).extracting(Problem::place).contains(column);
    }

    @ParameterizedTest
    @CsvSource({
        "限度額証区分,01,限度額適用区分", "限度額有効終了,20260731,限度額有効開始", "高齢負担割合,020,高齢有効開始",
        "高齢有効開始,20250801,高齢負担割合", "有効終了年月日,20260731,有効開始年月日", "特定疾病,1:::20260731:0,特定疾病（開始）"
    })
    void aCertificateOfWhichAPartIsMissingIsNotSilentlyDropped(String column, String cell, String missing) {
        assertThat(faults(line(1, column, cell))).extracting(Problem::place).contains(missing);
    }

    private static List<Problem> faults(Map<String, String> line) {
        return Registration.parse(line).problems();
    }
}
