package madoguchi.hub;

import java.util.List;

/**
 * 監査の結果 – what a verification of the log found.
 *
 * @param first the first entry looked at; 0 when there was none
 * @param last the last entry looked at
 * @param entries how many entries
 * @param notChained how many of them were written before the chain began: nothing can be said about them
 * @param checkpoints how many checkpoints the entries were held against
 * @param findings what is wrong, at most 1,000
 * @param more how many further findings there were
 */
public record AuditReport(
        long first,
        long last,
        long entries,
        long notChained,
        long checkpoints,
        List<AuditFinding> findings,
        long more) {

    /** Copies the list. */
    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean isIntact() {
        return findings.isEmpty();
    }
}
