package madoguchi.charge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Ceiling;
import madoguchi.core.CheckDigit;
import madoguchi.core.Problem;
import madoguchi.core.SubsidyCertificate;

/**
 * 手入力の確かめ – what can be known of a certificate typed from paper or screen without asking anybody: check digits, the master, the period, the ceiling ({@code pmh.md} §4, §7.6).
 *
 * @param faults what must be typed again before it is stored
 * @param warnings what a clerk should look at once more; it can be right
 */
public record KeyedIn(List<Problem> faults, List<Problem> warnings) {

    /** Copies the lists. */
    public KeyedIn {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /** All that is to say of it on the day of the visit; places are {@code payer}, {@code recipient}, {@code from}, {@code ceiling}. */
    public static KeyedIn check(SubsidyCertificate certificate, LocalDate day) {
        List<Problem> faults = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        Optional<Ruling> national = Schemes.of(certificate, day);
        Optional<Ruling> local = LocalSchemes.of(certificate, day);
        boolean strict = national.isPresent()
                || local.map(LocalSchemes::demandsCheckDigit).orElse(false);
        List<Problem> digits = strict ? faults : warnings;
        certificate.payer().filter(payer -> !CheckDigit.holds(payer)).ifPresent(payer -> digits.add(PAYER));
        certificate
                .recipient()
                .filter(number -> !isRecipient(number.text(), national.isPresent()))
                .ifPresent(number -> digits.add(RECIPIENT));
        if (national.isEmpty() && local.isEmpty()) {
            warnings.add(UNKNOWN);
        }
        if (!certificate.valid().contains(day)) {
            warnings.add(PERIOD);
        }
        national.ifPresent(row -> ceiling(row, certificate, day, warnings));
        return new KeyedIn(faults, warnings);
    }

    private static final Problem PAYER = Problem.at(
            "payer",
            "負担者番号の検証番号が合いません。券面を見て打ち直してください。",
            "The check digit of the payer number does not fit. Look at the certificate and type it again.");
    private static final Problem RECIPIENT = Problem.at(
            "recipient",
            "受給者番号（7桁）の検証番号が合いません。券面を見て打ち直してください。",
            "The check digit of the recipient number (7 digits) does not fit. Look at the certificate and type it again.");
    private static final Problem UNKNOWN = Problem.at(
            "payer",
            "この負担者番号の制度は、手元の一覧にありません。券面の制度名と番号を見比べてください。",
            "The scheme of this payer number is not in the list at hand. Compare name and number with the certificate.");
    private static final Problem PERIOD = Problem.at(
            "from",
            "受付の日が有効期間の外です。新しい受給者証がないか尋ねてください。",
            "The day of the visit lies outside the period. Ask whether there is a renewed certificate.");

    /* A local number may have any form; only one of seven digits has a check digit. */
    private static boolean isRecipient(String number, boolean national) {
        boolean seven = number.length() == 7 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return seven ? CheckDigit.holds(number) : !national;
    }

    private static void ceiling(Ruling row, SubsidyCertificate certificate, LocalDate day, List<Problem> warnings) {
        List<Long> known = Limits.monthlyCeilings(Schemes.code(row), day);
        List<Long> typed = certificate.ceilings().stream()
                .filter(one -> one.span() == Ceiling.Span.MONTH)
                .map(Ceiling::yen)
                .toList();
        if (!known.isEmpty() && !known.containsAll(typed)) {
            warnings.add(
                    Problem.at(
                            "ceiling",
                            "この制度の上限額の表にない額です（" + known + "円）。券面を見直してください。同じ世帯に受給者が二人以上いて、按分された額のこともあります。",
                            "The table of this scheme has no such ceiling (" + known
                                    + " yen). Look at the certificate again; it may be a share, where a household has several recipients."));
        }
        if (!known.isEmpty() && typed.isEmpty() && !Limits.mayBeWithoutCeiling(Schemes.code(row), day)) {
            warnings.add(Problem.at(
                    "ceiling",
                    "この制度には月の上限額があります。券面の上限額を入れてください。",
                    "This scheme has a monthly ceiling. Type the one on the certificate."));
        }
    }
}
