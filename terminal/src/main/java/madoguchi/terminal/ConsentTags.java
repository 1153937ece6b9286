package madoguchi.terminal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.ConsentScope;
import madoguchi.core.ReaderAnswers;

/**
 * 閲覧同意の項目 – flag, time and end of each consent given at the reader, in the order of the layout ({@code oqs-interface.md} §3.3 no. 30, 31 and 34 to 37). Flags by OQSCD016: {@code 0} なし, {@code 1} あり; others (expired, hard to obtain) belong to home
 * visits and emergencies and stay unread. 医療費助成 has no element: its names are not public.
 */
enum ConsentTags {
    DISEASES(ConsentScope.DISEASES, "SpecificDiseasesCertificateRelated", false),
    CHECKUPS(ConsentScope.CHECKUPS, "SpecificHealthCheckupsInfo", true),
    MEDICINES(ConsentScope.MEDICINES, "PharmacistsInfo", true),
    TREATMENT(ConsentScope.TREATMENT, "DiagnosisInfo", true),
    OPERATIONS(ConsentScope.OPERATIONS, "OperationInfo", true);

    private final ConsentScope scope;
    private final String prefix;
    private final boolean ends;

    ConsentTags(ConsentScope scope, String prefix, boolean ends) {
        this.scope = scope;
        this.prefix = prefix;
        this.ends = ends;
    }

    private String flag() {
        return prefix + "ConsFlg";
    }

    private String time() {
        return prefix + "ConsTime";
    }

    private String end() {
        return prefix + "AvailableTime";
    }

    /** Writes this one, as far as it was asked. */
    void write(XmlText xml, ReaderAnswers answers) {
        ReaderAnswers.Given given = answers.given().get(scope);
        if (given != null) {
            xml.leaf(flag(), "1").leaf(time(), Wire.written(given.at()));
            xml.leaf(end(), given.until().filter(until -> ends).map(Wire::written));
        } else if (answers.declined().contains(scope)) {
            xml.leaf(flag(), "0");
        }
    }

    /** All consents of a reader result; absent when it names none. */
    static Optional<ReaderAnswers> read(List<Fields> results) {
        Map<ConsentScope, ReaderAnswers.Given> given = new EnumMap<>(ConsentScope.class);
        Set<ConsentScope> declined = EnumSet.noneOf(ConsentScope.class);
        results.forEach(result -> List.of(values()).forEach(tags -> tags.read(result, given, declined)));
        declined.removeAll(given.keySet());
        return given.isEmpty() && declined.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReaderAnswers(given, declined, Optional.empty()));
    }

    private void read(Fields result, Map<ConsentScope, ReaderAnswers.Given> given, Set<ConsentScope> declined) {
        Optional<Boolean> flag = result.value(flag(), Wire::flag);
        if (flag.equals(Optional.of(false))) {
            declined.add(scope);
        } else if (flag.isPresent()) {
            Optional<Instant> at = result.value(time(), Wire::time);
            Optional<Instant> until = ends ? result.value(end(), Wire::time) : Optional.empty();
            at.ifPresent(when -> given.put(scope, new ReaderAnswers.Given(when, until)));
        }
    }
}
