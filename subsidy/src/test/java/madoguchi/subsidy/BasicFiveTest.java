package madoguchi.subsidy;

import static madoguchi.subsidy.Samples.PREFECTURE;
import static madoguchi.subsidy.Samples.five;
import static madoguchi.subsidy.Samples.json;
import static madoguchi.subsidy.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 基本5情報 beside what insurers registered under the same My Number. */
class BasicFiveTest {

    private static List<RecordFault> faults(int person, Map<String, Object> five) throws IOException {
        RegistrationTask task = TinyApp.HUB.register(
                json(record(person, "basicFiveInfo", five)),
                PREFECTURE,
                "test",
                "a.json",
                Optional.empty(),
                done -> {});
        List<RecordResult> told = TinyApp.HUB.results(task, 0, 10, true);
        return told.isEmpty() ? List.of() : told.getFirst().faults();
    }

    @ParameterizedTest
    @CsvSource({
        // the same, written another way
        "name, 架空 望, ",
        "nameKana, ｶｸｳﾉｿﾞﾑ, ",
        "nameKana, ノゾム　カクウ, ",
        "address, 架空県架空区1-1, ",
        "sex, 3, ",
        // a lost character is none that differs
        "name, 架空　●, ",
        // less than somebody else
        "name, 架空　希, SUB-W26",
        "nameKana, ミホン　ノゾム, SUB-W26",
        "address, 架空県見本市9-9, SUB-W26",
        "sex, 2, SUB-W26",
        // somebody else
        "dateOfBirth, 1980-08-09, SUB-E25",
    })
    void anItemThatDiffersIsSaidWithoutSayingWhich(String item, String value, String code) throws IOException {
        assertThat(faults(91, five(item, value)))
                .extracting(fault -> fault.code().code())
                .isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(faults(91, five(item, value)))
                .allMatch(fault -> fault.field().equals("basicFiveInfo"));
    }

    @Test
    void whoHasAnotherNameInLettersAndInKanaIsSomebodyElseAndIsKeptAside() throws IOException {
        Map<String, Object> other = five("name", "見本　花子", "nameKana", "ミホン　ハナコ");
        RegistrationTask task = TinyApp.HUB.register(
                json(record(91, "basicFiveInfo", other)), PREFECTURE, "test", "b.json", Optional.empty(), done -> {});
        assertThat(task.aside()).isEqualTo(1);
        assertThat(TinyApp.HUB.results(task, 0, 10, true).getFirst().faults())
                .extracting(RecordFault::code)
                .containsExactly(RecordCode.SOMEBODY_ELSE);
    }

    @Test
    void whoMarriedIsStillTheSamePerson() throws IOException {
        assertThat(faults(91, five("name", "見本　望", "nameKana", "ミホン　ノゾム")))
                .extracting(RecordFault::code)
                .containsExactly(RecordCode.BASICS_DIFFER);
    }

    @Test
    void whoIsHiddenIsLikeNobodyAndNothingIsSaidOfEither() throws IOException {
        Map<String, Object> other = five("name", "見本　花子", "nameKana", "ミホン　ハナコ", "dateOfBirth", "1999-09-09");
        assertThat(faults(92, other)).isEmpty();
        assertThat(faults(93, other)).isEmpty();
    }

    @Test
    void fiveItemsAreNeverPrinted() {
        assertThat(new RecordCheck(
                                Map.of(), Samples.NOW.atZone(SubsidyHub.JAPAN).toLocalDate())
                        .of(RawRecord.of(1, record(91)))
                        .toString())
                .doesNotContain("架空", "1980");
    }
}
