package madoguchi.subsidy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/*
 * Municipalities send what changed: a version of a certificate under its history key, or that a version is deleted. What counts at an instant is, for each key, what
 * was said last, without what was deleted and without what was undone. Of several versions of one certificate (municipality, type, sub-key) that hold on one day
 * the one that begins last governs, as a renewal or a changed ceiling does; of two that begin together the one said last. That choice is ours (decision 32).
 *
 * Hiding is about the person: when the last word on any certificate says 不開示, nothing of the person is shown, whoever issued it (decision 32).
 */

/** 事実のたたみ込み – what the facts about one person come to; pure. */
final class SubsidyFold {

    /** 受給者証の名. */
    private record Certificate(MunicipalityCode municipality, String type, String subKey) {}

    private record Version(MunicipalityCode municipality, CertificateVersion.Key key) {}

    private final Map<Certificate, List<SubsidyFact>> versions;

    private SubsidyFold(Map<Certificate, List<SubsidyFact>> versions) {
        this.versions = versions;
    }

    /** The facts about one person in order of recording, as known at an instant. */
    static SubsidyFold of(List<SubsidyFact> facts, Instant knownAt) {
        Map<Version, SubsidyFact> last = new LinkedHashMap<>();
        facts.stream().filter(fact -> fact.isKnownAt(knownAt)).forEach(fact -> {
            Version name = new Version(fact.municipality(), fact.version().key());
            last.remove(name);
            last.put(name, fact);
        });
        Map<Certificate, List<SubsidyFact>> versions = new LinkedHashMap<>();
        last.values().stream()
                .filter(fact -> !fact.version().deleted())
                .forEach(fact -> versions.computeIfAbsent(
                                new Certificate(
                                        fact.municipality(),
                                        fact.version().type(),
                                        fact.version().subKey()),
                                name -> new ArrayList<>())
                        .add(fact));
        return new SubsidyFold(versions);
    }

    /** 不開示 – whether nothing of the person may be shown. */
    boolean isHidden() {
        return versions.values().stream()
                .anyMatch(known -> known.getLast().version().hidden());
    }

    /** Whether anything is registered that may be shown. */
    boolean isEmpty() {
        return versions.isEmpty() || isHidden();
    }

    /** The version of each certificate that governs the day; nothing of a hidden person. */
    List<SubsidyFact> on(LocalDate day) {
        return isHidden()
                ? List.of()
                : versions.values().stream()
                        .map(known -> governing(known, day))
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** Every version, also ended and upcoming ones; nothing of a hidden person. */
    List<SubsidyFact> all() {
        return isHidden()
                ? List.of()
                : versions.values().stream().flatMap(List::stream).toList();
    }

    private static Optional<SubsidyFact> governing(List<SubsidyFact> known, LocalDate day) {
        return known.stream()
                .filter(fact -> fact.version().certificate().valid().contains(day))
                .max(Comparator.comparing((SubsidyFact fact) ->
                                fact.version().certificate().valid().from())
                        .thenComparingLong(SubsidyFact::id));
    }
}
