package madoguchi.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 既知の語彙 – the lists of kinds that the program itself works with. A facet names one of them, or lists words of its own. */
final class Vocabulary {

    private static final Map<String, List<Kind>> LISTS = Map.of(
            "shown", List.of(Shown.values()),
            "outcome", List.of(Outcome.values()),
            "visit", List.of(Visit.values()),
            "insurer", List.of(InsurerGroup.values()),
            "facility", List.of(Facility.values()),
            "occasion", List.of(Occasion.values()),
            "seen", List.of(Seen.values()),
            "evidence", List.of(EvidenceKind.values()),
            "means", List.of(Means.values()),
            "known", List.of(Known.values()));

    private Vocabulary() {}

    static Optional<List<Kind>> list(String name) {
        return Optional.ofNullable(LISTS.get(name));
    }

    static String names() {
        return String.join(", ", LISTS.keySet().stream().sorted().toList());
    }
}
