package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Wareki;

/**
 * 絞込み – which verifications are listed.
 *
 * @param facility of this facility only
 * @param asked asked on this day in Tokyo only
 */
record LedgerFilter(Optional<MedicalInstitutionCode> facility, Optional<LocalDate> asked) {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    static LedgerFilter none() {
        return new LedgerFilter(Optional.empty(), Optional.empty());
    }

    /** Reads what was typed; an empty field does not narrow. */
    static Parsed<LedgerFilter> parse(String facility, String asked) {
        Parsed<Optional<MedicalInstitutionCode>> code = facility.isBlank()
                ? Parsed.of(Optional.empty())
                : MedicalInstitutionCode.parse("医療機関 facility", facility).map(Optional::of);
        Parsed<Optional<LocalDate>> day = asked.isBlank()
                ? Parsed.of(Optional.empty())
                : Wareki.parse("照会した日 asked on", asked).map(Optional::of);
        var problems = Parsed.problems(code, day);
        return problems.isEmpty()
                ? Parsed.of(new LedgerFilter(code.orElseThrow(), day.orElseThrow()))
                : new Parsed.Faults<LedgerFilter>(java.util.List.<Problem>copyOf(problems));
    }

    Optional<Instant> from() {
        return asked.map(day -> day.atStartOfDay(TOKYO).toInstant());
    }

    Optional<Instant> until() {
        return asked.map(day -> day.plusDays(1).atStartOfDay(TOKYO).toInstant());
    }
}
