package madoguchi.hub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;

/** 開示の控え – openings that still live, in memory only. When there are too many, the oldest is forgotten. Threads may share it. */
final class Openings {

    private final int most;
    private final Map<String, Opening> entries = new LinkedHashMap<>();

    Openings(int most) {
        this.most = most;
    }

    /** Keeps one; the name to find it by. */
    synchronized String put(Opening opening) {
        if (entries.size() >= most) {
            entries.remove(entries.keySet().iterator().next());
        }
        String name = Nonces.name();
        entries.put(name, opening);
        return name;
    }

    /** The opening of that name, if it lives and is this facility's. */
    synchronized Optional<Opening> find(String name, MedicalInstitutionCode facility, Instant now) {
        entries.values().removeIf(opening -> !now.isBefore(opening.until()));
        return Optional.ofNullable(entries.get(name))
                .filter(opening -> opening.facility().equals(facility));
    }

    synchronized void replace(String name, Opening opening) {
        entries.computeIfPresent(name, (_, _) -> opening);
    }
}
