package madoguchi.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import madoguchi.core.Text;

/**
 * 点検したレセプト – what was told about one receipt.
 *
 * @param ordinal which receipt of the file, counted from 1
 * @param number レセプト番号 as written
 * @param chart カルテ番号等 as written
 * @param name 氏名 as written, for the clerk's screen only
 * @param days 受診日, ascending
 * @param visits ids of the receptions that were matched
 * @param proofs 確認証 of their checks
 * @param findings gravest first; empty when it is fine
 */
public record CheckedReceipt(
        long ordinal,
        String number,
        String chart,
        String name,
        List<LocalDate> days,
        List<String> visits,
        List<String> proofs,
        List<ClaimFinding> findings) {

    /** Copies the lists. */
    public CheckedReceipt {
        days = List.copyOf(days);
        visits = List.copyOf(visits);
        proofs = List.copyOf(proofs);
        findings = List.copyOf(findings);
    }

    /** そのまま出せる – nothing was told about it. */
    public boolean isFine() {
        return findings.isEmpty();
    }

    /** 確実な訂正 – every field that is certain, in order, each once. */
    public List<Correction> corrections() {
        return findings.stream()
                .flatMap(finding -> finding.corrections().stream())
                .distinct()
                .toList();
    }

    /** Whether something is left for a person after the certain corrections. */
    public boolean needsPerson() {
        return findings.stream().anyMatch(finding -> !finding.isCertain());
    }

    /** 電話で尋ねること – every question to the patient, each once, so that one call does; empty where no call helps. */
    public List<Text> phone() {
        return findings.stream()
                .filter(finding -> !finding.isCertain())
                .flatMap(finding -> finding.phone().stream())
                .distinct()
                .toList();
    }

    /** 受診日 as month/day, for a narrow column. */
    public String dayText() {
        return days.stream()
                .map(day -> day.getMonthValue() + "/" + day.getDayOfMonth())
                .collect(Collectors.joining(" "));
    }

    /** Its number only. */
    @Override
    public String toString() {
        return "CheckedReceipt[" + ordinal + "]";
    }
}
