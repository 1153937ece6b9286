package madoguchi.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 既知の語彙 – the lists of kinds that the program itself works with. A facet names one of them, or lists words of its own. */
final class Vocabulary {

    private static final Map<String, List<Kind>> LISTS = Map.ofEntries(
            Map.entry("shown", List.of(Shown.values())),
            Map.entry("outcome", List.of(Outcome.values())),
            Map.entry("visit", List.of(Visit.values())),
            Map.entry("insurer", List.of(InsurerGroup.values())),
            Map.entry("facility", List.of(Facility.values())),
            Map.entry("occasion", List.of(Occasion.values())),
            Map.entry("seen", List.of(Seen.values())),
            Map.entry("evidence", List.of(EvidenceKind.values())),
            Map.entry("means", List.of(Means.values())),
            Map.entry("known", List.of(Known.values())),
            Map.entry("participation", List.of(Participation.values())),
            Map.entry("subsidy-connection", List.of(SubsidyConnection.values())),
            Map.entry("subsidy-reading", List.of(SubsidyReading.values())),
            Map.entry("subsidy-proof", List.of(SubsidyProof.values())));

    private Vocabulary() {}

    static Optional<List<Kind>> list(String name) {
        return Optional.ofNullable(LISTS.get(name));
    }

    static String names() {
        return String.join(", ", LISTS.keySet().stream().sorted().toList());
    }
}
