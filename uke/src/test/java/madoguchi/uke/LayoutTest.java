package madoguchi.uke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 記録条件 – field counts as the domain notes state them (id included). */
class LayoutTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    MEDICAL, IR, 10
                    MEDICAL, RE, 38
                    MEDICAL, HO, 15
                    MEDICAL, KO, 12
                    MEDICAL, SN, 9
                    MEDICAL, JD, 33
                    MEDICAL, MF, 33
                    MEDICAL, SY, 8
                    MEDICAL, SI, 44
                    MEDICAL, IY, 44
                    MEDICAL, TO, 48
                    MEDICAL, CO, 5
                    MEDICAL, SJ, 3
                    MEDICAL, GO, 4
                    DPC, RE, 38
                    DENTAL, UK, 10
                    DENTAL, IR, 9
                    DENTAL, RE, 27
                    DENTAL, HO, 14
                    DENTAL, KO, 10
                    DENTAL, HS, 13
                    DENTAL, SS, 109
                    DENTAL, SI, 38
                    DENTAL, IY, 39
                    DENTAL, TO, 45
                    DENTAL, CO, 11
                    DISPENSING, YK, 9
                    DISPENSING, RE, 42
                    DISPENSING, HO, 14
                    DISPENSING, KO, 10
                    DISPENSING, SH, 10
                    DISPENSING, CZ, 71
                    DISPENSING, KI, 114
                    DISPENSING, IY, 10
                    DISPENSING, TO, 7
                    DISPENSING, ST, 16
                    DISPENSING, CO, 3
                    DISPENSING, TK, 3
                    NURSING, SN, 9
                    NURSING, RE, 0
                    """)
    void everyRecordHasAsManyFieldsAsStated(FileKind kind, RecordId id, int count) {
        assertThat(Layout.of(kind, id).count()).isEqualTo(count);
    }

    @Test
    void everyBurdenSignIsASetOfPayersOfItsOwn() {
        java.util.Set<Integer> sets = new java.util.HashSet<>();
        for (char sign : "156BC23EG7HIJKL4MNOPQRSTUVWXYZ9".toCharArray()) {
            assertThat(sets.add(Burden.payers(sign).orElseThrow())).isTrue();
        }
        assertThat(sets).hasSize(31);
        assertThat(Burden.payers('2')).hasValue(Burden.INSURANCE | 2);
        assertThat(Burden.payers('Z')).hasValue(2 | 4 | 8 | 16);
        assertThat(Burden.payers('A')).isEmpty();
        assertThat(Burden.sign(Burden.INSURANCE | 4)).contains('3');
    }
}
