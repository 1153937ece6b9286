package madoguchi.rulebook;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Parsed;
import madoguchi.json.CoreJson;
import madoguchi.policy.CardCertificate;
import madoguchi.policy.CertificateTerms;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 電子証明書についての問い – the table {@code certificate-state}, with the phase as a word, or computed from the last day that card or screen show, or from issue and birth.
 *
 * <p>The dates are computed by policy's rows; here stands only which fields go together.
 */
final class CertificateQuestion {

    static final String TABLE = "certificate-state";
    static final String TOKEN = "token";
    static final String PHASE = "phase";
    static final String CERTIFICATE_END = "certificateEnd";
    static final String CARD_END = "cardEnd";
    static final String BIRTH_DATE = "birthDate";
    static final String CARD_ISSUED = "cardIssued";
    static final String CERTIFICATE_ISSUED = "certificateIssued";

    /** The part of the decision that holds the computed days. */
    static final String DATES = "dates";

    private CertificateQuestion() {}

    /** The decision, and the days where they were computed; every fault at once, by field. */
    static Parsed<JsonNode> decide(RuleBook book, ObjectNode object) {
        Table table = book.table(TABLE);
        Sheet sheet = new Sheet(object);
        Optional<LocalDate> day = sheet.day(TableQuestion.DAY);
        Map<String, String> words = TableQuestion.words(table, sheet);
        Optional<CardCertificate> dates = dates(new CertificateTerms(book), sheet);
        // Without both, a fault is known already, and any word stands in for the phase.
        if (!sheet.has(PHASE) && (sheet.has(CERTIFICATE_END) || byBirth(sheet))) {
            words.put(
                    PHASE,
                    dates.isPresent() && day.isPresent()
                            ? dates.get().phase(day.get()).word()
                            : anyPhase(table));
        }
        return TableQuestion.decide(table, sheet, day, words).map(decision -> whole(decision, dates));
    }

    private static JsonNode whole(Decision decision, Optional<CardCertificate> dates) {
        ObjectNode whole = CoreJson.mapper().valueToTree(decision);
        dates.ifPresent(days -> whole.set(DATES, CoreJson.mapper().valueToTree(days)));
        return whole;
    }

    private static Optional<CardCertificate> dates(CertificateTerms terms, Sheet sheet) {
        sheet.notBoth(PHASE, CERTIFICATE_END);
        for (String field : new String[] {BIRTH_DATE, CARD_ISSUED, CERTIFICATE_ISSUED}) {
            sheet.notBoth(PHASE, field);
            sheet.notBoth(CERTIFICATE_END, field);
        }
        return sheet.hasAny(CERTIFICATE_END, CARD_END) ? byEnd(terms, sheet) : byBirth(terms, sheet);
    }

    private static Optional<CardCertificate> byEnd(CertificateTerms terms, Sheet sheet) {
        Optional<LocalDate> end = sheet.day(CERTIFICATE_END);
        Optional<LocalDate> cardEnd = sheet.optionalDay(CARD_END);
        if (end.isEmpty() || (sheet.has(CARD_END) && cardEnd.isEmpty())) {
            return Optional.empty();
        }
        if (cardEnd.isPresent() && cardEnd.get().isBefore(end.get())) {
            sheet.fault(CARD_END, "カードの期限は、電子証明書の期限より前にはなりません。", "A card does not end before the certificate on it.");
            return Optional.empty();
        }
        return Optional.of(terms.endingOn(end.get(), cardEnd.orElse(end.get())));
    }

    private static boolean byBirth(Sheet sheet) {
        return sheet.hasAny(BIRTH_DATE, CARD_ISSUED, CERTIFICATE_ISSUED);
    }

    private static Optional<CardCertificate> byBirth(CertificateTerms terms, Sheet sheet) {
        if (!byBirth(sheet)) {
            return Optional.empty();
        }
        Optional<LocalDate> birth = sheet.day(BIRTH_DATE);
        Optional<LocalDate> card = sheet.day(CARD_ISSUED);
        Optional<LocalDate> certificate = sheet.has(CERTIFICATE_ISSUED) ? sheet.day(CERTIFICATE_ISSUED) : card;
        if (birth.isEmpty() || card.isEmpty() || certificate.isEmpty()) {
            return Optional.empty();
        }
        boolean inOrder = true;
        if (card.get().isBefore(birth.get())) {
            sheet.fault(CARD_ISSUED, "カードの発行日が、生年月日より前です。", "The card is issued before the birth.");
            inOrder = false;
        }
        if (certificate.get().isBefore(card.get())) {
            sheet.fault(CERTIFICATE_ISSUED, "電子証明書の発行日が、カードの発行日より前です。", "The certificate is issued before the card.");
            inOrder = false;
        }
        return inOrder ? Optional.of(terms.of(card.get(), certificate.get(), birth.get())) : Optional.empty();
    }

    private static String anyPhase(Table table) {
        return table.facets().stream()
                .filter(facet -> facet.name().equals(PHASE))
                .findFirst()
                .orElseThrow()
                .kinds()
                .getFirst()
                .word();
    }
}
