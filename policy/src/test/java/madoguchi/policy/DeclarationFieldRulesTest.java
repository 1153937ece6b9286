package madoguchi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 被保険者資格申立書 – the notes ※1 to ※5 of the form and its two points on filling it in. */
final class DeclarationFieldRulesTest {

    private static final Asking FIELD = Asking.the("declaration-field");

    @Test
    void theEmployerIsAskedForExceptOfTheLateElderly() {
        for (String kind : new String[] {"employees", "national", "other", "unknown"}) {
            assertThat(field("employer", kind, "under-70")).isEqualTo("asked");
        }
        assertThat(field("employer", "late-elderly", "seventy-or-over")).isEqualTo("not-needed");
    }

    @Test
    void theRateIsRequiredFromSeventyAndOfTheLateElderlyOfAnyAge() {
        assertThat(field("copayment-rate", "employees", "under-70")).isEqualTo("not-needed");
        assertThat(field("copayment-rate", "employees", "seventy-or-over")).isEqualTo("required");
        assertThat(field("copayment-rate", "late-elderly", "under-70")).isEqualTo("required");
    }

    @Test
    void theTelephoneIsAlwaysRequired() {
        for (Kind kind : FIELD.table().facets().get(1).kinds()) {
            assertThat(field("phone", kind.word(), "under-70")).isEqualTo("required");
        }
    }

    @Test
    void theRelationIsWrittenOnlyWhenAGuardianSigns() {
        assertThat(FIELD.verdict("2026-01-05", "relation", "national", "under-70", "guardian"))
                .isEqualTo("required");
        assertThat(field("relation", "national", "under-70")).isEqualTo("not-needed");
    }

    private static String field(String field, String kind, String age) {
        return FIELD.verdict("2026-01-05", field, kind, age, "self");
    }
}
