package madoguchi.stats;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 利用の一月 – what the ledger of a month comes to, by facility.
 *
 * @param month of the verifications, in Japan
 * @param facilities by 医療機関コード; only those with at least one verification
 */
public record UsageMonth(YearMonth month, SortedMap<String, FacilityUse> facilities) {

    /** Folds one month of a ledger. */
    static UsageMonth of(
            Ledger ledger, Counting counting, YearMonth month, Optional<MedicalInstitutionCode> only, Path spill) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> codes = new ArrayList<>();
        try (UsageFold fold = new UsageFold(month, counting, spill)) {
            Consumer<Use> lay = use -> {
                int facility = numbers.computeIfAbsent(use.facility(), code -> {
                    codes.add(code);
                    return codes.size() - 1;
                });
                fold.add(facility, use.person().orElse(-1), Cell.of(use));
            };
            if (only.isPresent()) {
                ledger.each(month, only, lay);
            } else {
                ledger.days(month.atDay(1), month.atEndOfMonth(), lay);
            }
            return of(month, codes, List.of(fold));
        }
    }

    static UsageMonth of(YearMonth month, List<String> codes, List<UsageFold> folds) {
        Tally[] tallies = UsageFold.tallies(folds, codes.size());
        long[] people = UsageFold.people(folds, codes.size());
        SortedMap<String, FacilityUse> facilities = new TreeMap<>();
        for (int i = 0; i < codes.size(); i++) {
            facilities.put(codes.get(i), new FacilityUse(tallies[i], people[i]));
        }
        return new UsageMonth(month, facilities);
    }

    /** One facility's; nothing where it asked nothing. */
    FacilityUse of(String facility) {
        return facilities.getOrDefault(facility, FacilityUse.NOTHING);
    }
}
