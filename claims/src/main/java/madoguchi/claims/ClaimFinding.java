package madoguchi.claims;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.settle.SettleRule;
import madoguchi.uke.Certainty;

/**
 * 指摘 – one thing told about a receipt before it is sent.
 *
 * @param rule id of the row that says so: of {@code findings.csv} ({@code C-}) or of the layout's checks ({@code U-})
 * @param trouble its kind
 * @param certainty how sure it is
 * @param reason what is wrong
 * @param todo what to do
 * @param phone what to ask the patient
 * @param settled by which rule the agency would decide, where the dry run said so
 * @param corrections what mends it for certain; empty where a person has to find out
 */
public record ClaimFinding(
        String rule,
        Trouble trouble,
        Certainty certainty,
        Text reason,
        Text todo,
        Optional<Text> phone,
        Optional<SettleRule> settled,
        List<Correction> corrections) {

    /** Copies the list. */
    public ClaimFinding {
        corrections = List.copyOf(corrections);
    }

    static ClaimFinding of(String id) {
        return of(FindingRule.of(id), Optional.empty());
    }

    static ClaimFinding of(String id, SettleRule settled) {
        return of(FindingRule.of(id), Optional.of(settled));
    }

    private static ClaimFinding of(FindingRule rule, Optional<SettleRule> settled) {
        return new ClaimFinding(
                rule.id(),
                rule.trouble(),
                rule.certainty(),
                settled.map(row -> reason(rule, row)).orElse(rule.reason()),
                rule.todo(),
                rule.phone(),
                settled,
                List.of());
    }

    /* The agency's own words where they say why; ours where they would speak of what was done. */
    private static Text reason(FindingRule rule, SettleRule settled) {
        return switch (rule.trouble()) {
            case RETURNED, PERIOD_ENDED ->
                new Text(
                        rule.reason().ja() + settled.reason().ja(),
                        rule.reason().en() + " " + settled.reason().en());
            case UNKNOWN_NUMBER -> settled.reason();
            case FAULTY,
                    TRANSFERRED,
                    SPLIT,
                    BRANCH,
                    TYPE,
                    BLACK_CIRCLE,
                    PUBLIC_PAYER,
                    SUBSIDY,
                    DUMMY,
                    NO_ANSWER,
                    NO_VISIT -> rule.reason();
        };
    }

    ClaimFinding mendedBy(List<Correction> certain) {
        return new ClaimFinding(
                rule,
                trouble,
                certainty,
                reason,
                todo,
                phone,
                settled,
                certain.stream().filter(Correction::changes).toList());
    }

    /** 確実に直せる – whether {@link #corrections} mend it without asking anybody. */
    public boolean isCertain() {
        return !corrections.isEmpty();
    }
}
