package madoguchi.app;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.stats.Difficulty;
import madoguchi.stats.Handling;
import madoguchi.stats.Receptions;
import madoguchi.stats.TroubleReport;
import madoguchi.survey.Prefill;

/** 受付簿からの下書き – what this facility's desk recorded, in the survey's codes. Says nothing about other facilities, nor about what no reception tells. */
final class DeskPrefill implements Prefill {

    private final MedicalInstitutionCode facility;
    private final Receptions receptions;

    DeskPrefill(MedicalInstitutionCode facility, Receptions receptions) {
        this.facility = facility;
        this.receptions = receptions;
    }

    @Override
    public Map<String, Integer> counts(MedicalInstitutionCode asked, LocalDate first, LocalDate last) {
        if (!asked.equals(facility)) {
            return Map.of();
        }
        TroubleReport report = TroubleReport.of(first, last, receptions.between(first, last));
        Map<String, Integer> counts = new HashMap<>();
        for (Difficulty difficulty : Difficulty.values()) {
            code(difficulty)
                    .flatMap(code -> report.difficulty(difficulty).map(cost -> Map.entry(code, cost)))
                    .ifPresent(one -> counts.put(
                            "q6." + one.getKey(), Math.toIntExact(one.getValue().receptions())));
        }
        for (Handling handling : Handling.values()) {
            code(handling)
                    .ifPresent(code -> counts.put(
                            "q8." + code, Math.toIntExact(report.handling(handling).receptions())));
        }
        return counts;
    }

    /** 問6. */
    private static Optional<String> code(Difficulty difficulty) {
        return switch (difficulty) {
            case INACTIVE -> Optional.of("invalid");
            case NOT_FOUND -> Optional.of("no-number");
            case NAME_OR_ADDRESS -> Optional.of("mismatch");
            case BLACK_CIRCLE -> Optional.of("black-circle");
            case READER -> Optional.of("reader");
            case SHARE -> Optional.of("share");
            case EXPIRED_CARD -> Optional.of("expired-card");
            case NOTICE_ONLY -> Optional.of("notice-only");
            case LIMIT, OTHER_PERSON, COMPLAINT -> Optional.empty();
        };
    }

    /** 問8; what 「その他」 was nobody recorded. */
    private static Optional<String> code(Handling handling) {
        return switch (handling) {
            case INSURANCE_CARD -> Optional.of("old-card");
            case CERTIFICATE -> Optional.of("certificate");
            case NOTICE -> Optional.of("notice");
            case PORTAL -> Optional.of("portal");
            case EARLIER_VISIT -> Optional.of("history");
            case DECLARATION -> Optional.of("declaration");
            case FULL_CHARGE -> Optional.of("full");
            case OTHER -> Optional.empty();
        };
    }
}
