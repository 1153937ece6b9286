package madoguchi.claims;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** 受付の照会先 – the port through which claims see the desk's visit book and the declarations; wired in {@code app}. */
public interface ClaimVisits {

    /** All receptions of a month that were not taken back, in order of arrival. */
    List<ClaimVisit> of(YearMonth month);

    /** 申立書 – what the declaration of a reception says; empty when none is kept. */
    Optional<Statement> statement(String visit);

    /** A facility whose receptions are not at hand. */
    static ClaimVisits none() {
        return new ClaimVisits() {
            @Override
            public List<ClaimVisit> of(YearMonth month) {
                return List.of();
            }

            @Override
            public Optional<Statement> statement(String visit) {
                return Optional.empty();
            }
        };
    }
}
