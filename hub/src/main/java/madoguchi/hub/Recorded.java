package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.Subject.ByCard;
import madoguchi.core.Subject.ByNumber;
import madoguchi.hub.VerificationStore.Entry;

/**
 * 照会記録の一行 – one verification exactly as the database keeps it, so that what was hashed at writing can be hashed again at reading.
 *
 * @param form the version of {@link #bytes}: 1, 2 or 3
 * @param at when, to the microsecond
 * @param facility 医療機関コード
 * @param terminal the terminal or software
 * @param operator the operator's account name
 * @param kind 照会区分
 * @param day 資格確認日
 * @param knownAt the instant of knowledge asked about, to the microsecond
 * @param insurer 保険者番号 asked for; absent when asked by card
 * @param symbol 記号 asked for
 * @param number 番号 asked for; absent when asked by card
 * @param branch 枝番 asked for
 * @param birth 生年月日 asked for; absent when asked by card
 * @param issuer the issuer of the card asked for; absent when asked by number, and always in form 1
 * @param serial シリアル番号 of the card asked for; absent when asked by number, and always in form 1
 * @param limitConsent 限度額適用認定証提供同意
 * @param diseaseConsent 特定疾病 提供同意
 * @param outcome the name of the outcome
 * @param facts ids of the facts the answer rests on, joined by commas
 * @param registered ids of the entries of the other registers it rests on, joined by commas; empty in form 1
 * @param subsidies the name of the outcome of asking for subsidies; absent in forms 1 and 2
 */
record Recorded(
        int form,
        Instant at,
        String facility,
        String terminal,
        String operator,
        String kind,
        LocalDate day,
        Optional<Instant> knownAt,
        Optional<String> insurer,
        Optional<String> symbol,
        Optional<String> number,
        Optional<String> branch,
        Optional<LocalDate> birth,
        Optional<String> issuer,
        Optional<String> serial,
        boolean limitConsent,
        boolean diseaseConsent,
        String outcome,
        String facts,
        String registered,
        Optional<String> subsidies) {

    /** The version of {@link #bytes} in which entries are written that asked for subsidies, too. */
    static final int WITH_SUBSIDIES = 3;

    /** The version in which all other entries are written. */
    static final int FORM = 2;

    /** The version before there were inquiries by card. */
    static final int BY_NUMBER_ONLY = 1;

    static Recorded of(Entry entry) {
        Optional<String> subsidies = SubsidyOutcome.logged(entry.subsidies());
        Inquiry inquiry = entry.inquiry();
        Optional<ByNumber> number = inquiry.number();
        Optional<InsuredId> insured = number.map(ByNumber::insured);
        Optional<CardSerial> card =
                inquiry.subject() instanceof ByCard(var asked) ? Optional.of(asked) : Optional.empty();
        return new Recorded(
                subsidies.isPresent() ? WITH_SUBSIDIES : FORM,
                entry.at().truncatedTo(ChronoUnit.MICROS),
                inquiry.caller().facility().digits(),
                inquiry.caller().terminal(),
                inquiry.caller().operator(),
                inquiry.kind().name(),
                inquiry.day(),
                inquiry.knownAt().map(instant -> instant.truncatedTo(ChronoUnit.MICROS)),
                insured.map(id -> id.insurer().digits()),
                insured.flatMap(InsuredId::symbol),
                insured.map(InsuredId::number),
                insured.flatMap(InsuredId::branch),
                number.map(ByNumber::birth),
                card.map(CardSerial::issuer),
                card.map(CardSerial::serial),
                inquiry.limitConsent(),
                inquiry.diseaseConsent(),
                entry.finding().outcome().logged(),
                joined(entry.finding().facts()),
                joined(entry.finding().registered()),
                subsidies);
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    /** The hash of this row as entry {@code id}, following an entry with the hash {@code previous}. */
    Digest chained(long id, Digest previous) {
        return Digest.of(Digest.sha256().digest(bytes(id, previous)));
    }

    /** The byte form of this row's version, as {@code docs/audit.md} describes it. None ever changes: a new form gets a new version beside them. */
    byte[] bytes(long id, Digest previous) {
        CanonicalBytes bytes = new CanonicalBytes()
                .octet(form)
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
                .text(branch);
        if (form == BY_NUMBER_ONLY) {
            bytes.number(birth.orElseThrow().toEpochDay());
        } else {
            bytes.day(birth).text(issuer).text(serial);
        }
        bytes.octet((limitConsent ? 1 : 0) + (diseaseConsent ? 2 : 0))
                .text(outcome)
                .text(facts);
        if (form != BY_NUMBER_ONLY) {
            bytes.text(registered);
        }
        if (form == WITH_SUBSIDIES) {
            bytes.text(subsidies);
        }
        return bytes.toArray();
    }

    /** Never prints the person asked about. */
    @Override
    public String toString() {
        return "Recorded[at=" + at + ", facility=" + facility + "]";
    }
}
