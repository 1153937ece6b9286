package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.Inquiry;
import madoguchi.hub.VerificationStore.Entry;

/**
 * 照会記録の一行 – one verification exactly as the database keeps it, so that what was hashed at writing can be hashed again at reading.
 *
 * @param at when, to the microsecond
 * @param facility 医療機関コード
 * @param terminal the terminal or software
 * @param operator the operator's account name
 * @param kind 照会区分
 * @param day 資格確認日
 * @param knownAt the instant of knowledge asked about, to the microsecond
 * @param insurer 保険者番号 asked for
 * @param symbol 記号 asked for
 * @param number 番号 asked for
 * @param branch 枝番 asked for
 * @param birth 生年月日 asked for
 * @param limitConsent 限度額適用認定証提供同意
 * @param diseaseConsent 特定疾病 提供同意
 * @param outcome the name of the outcome
 * @param facts ids of the facts the answer rests on, joined by commas
 */
record Recorded(
        Instant at,
        String facility,
        String terminal,
        String operator,
        String kind,
        LocalDate day,
        Optional<Instant> knownAt,
        String insurer,
        Optional<String> symbol,
        String number,
        Optional<String> branch,
        LocalDate birth,
        boolean limitConsent,
        boolean diseaseConsent,
        String outcome,
        String facts) {

    /** The version of {@link #bytes}. */
    static final int FORM = 1;

    static Recorded of(Entry entry) {
        Inquiry inquiry = entry.inquiry();
        return new Recorded(
                entry.at().truncatedTo(ChronoUnit.MICROS),
                inquiry.caller().facility().digits(),
                inquiry.caller().terminal(),
                inquiry.caller().operator(),
                inquiry.kind().name(),
                inquiry.day(),
                inquiry.knownAt().map(instant -> instant.truncatedTo(ChronoUnit.MICROS)),
                inquiry.insured().insurer().digits(),
                inquiry.insured().symbol(),
                inquiry.insured().number(),
                inquiry.insured().branch(),
                inquiry.birth(),
                inquiry.limitConsent(),
                inquiry.diseaseConsent(),
                Outcome.of(entry.finding().answer()).logged(),
                entry.finding().facts().stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    /** The hash of this row as entry {@code id}, following an entry with the hash {@code previous}. */
    Digest chained(long id, Digest previous) {
        return Digest.of(Digest.sha256().digest(bytes(id, previous)));
    }

    /** The byte form, version 1, as {@code docs/audit.md} describes it. It never changes: a new form gets a new version beside it. */
    byte[] bytes(long id, Digest previous) {
        return new CanonicalBytes()
                .octet(FORM)
                .octets(previous.bytes())
                .number(id)
                .instant(at)
                .text(facility)
                .text(terminal)
                .text(operator)
                .text(kind)
                .number(day.toEpochDay())
                .instant(knownAt)
                .text(insurer)
                .text(symbol)
                .text(number)
                .text(branch)
                .number(birth.toEpochDay())
                .octet((limitConsent ? 1 : 0) + (diseaseConsent ? 2 : 0))
                .text(outcome)
                .text(facts)
                .toArray();
    }

    /** Never prints the person asked about. */
    @Override
    public String toString() {
        return "Recorded[at=" + at + ", facility=" + facility + "]";
    }
}
