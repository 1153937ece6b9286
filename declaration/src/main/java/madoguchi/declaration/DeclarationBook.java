package madoguchi.declaration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** 申立書の綴り – the shell around the log: writes with the time of the clock and tells the desk. */
final class DeclarationBook {

    private static final int DESTRUCTIONS_SHOWN = 50;

    private final DeclarationStore store;
    private final Clock clock;
    private final Consumer<Filed> filed;

    DeclarationBook(DeclarationStore store, Clock clock, Consumer<Filed> filed) {
        this.store = store;
        this.clock = clock;
        this.filed = filed;
    }

    /** Files a declaration; the same sheet sent twice is one. Returns its id. */
    String file(String once, Optional<String> visit, HowEntered entered, Declaration said, String operator) {
        String id = store.file(UUID.randomUUID().toString(), once, visit, today(), version(entered, said, operator));
        tell(id, visit, said, operator);
        return id;
    }

    /** Adds a corrected version; false when there is no such declaration any more. */
    boolean correct(Kept kept, HowEntered entered, Declaration said, String operator) {
        boolean corrected = store.correct(kept.id(), version(entered, said, operator));
        if (corrected) {
            tell(kept.id(), kept.visit(), said, operator);
        }
        return corrected;
    }

    private Kept.Version version(HowEntered entered, Declaration said, String operator) {
        return new Kept.Version(clock.instant(), operator, entered, said);
    }

    private void tell(String id, Optional<String> visit, Declaration said, String operator) {
        visit.ifPresent(reception -> filed.accept(new Filed(
                reception,
                id,
                said.insurance().kind().orElse(InsuranceKind.UNKNOWN),
                said.insurance().share().flatMap(StatedShare::rate),
                operator)));
    }

    /** Destroys one; false when there is no such declaration any more. */
    boolean destroy(String id, DestructionReason reason, String operator) {
        return store.destroy(new Destruction(id, clock.instant(), operator, reason));
    }

    /** Destroys all of one reception; how many there were. */
    int destroyOfVisit(String visit, DestructionReason reason, String operator) {
        return (int) store.ofVisit(visit).stream()
                .filter(kept -> destroy(kept.id(), reason, operator))
                .count();
    }

    Optional<Kept> find(String id) {
        return store.find(id);
    }

    /** The one filed last for a reception. */
    Optional<Kept> ofVisit(String visit) {
        return store.ofVisit(visit).reversed().stream().findFirst();
    }

    List<Kept> all() {
        return store.all();
    }

    Optional<Destruction> destruction(String id) {
        return store.destruction(id);
    }

    List<Destruction> destructions() {
        return store.destructions(DESTRUCTIONS_SHOWN);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.TOKYO);
    }
}
