package madoguchi.desk;

import java.util.Optional;
import madoguchi.policy.Known;
import madoguchi.policy.Means;

/**
 * 受付の結末 – a reception with what the rules made of it, for those who claim.
 *
 * @param visit the reception
 * @param means how it was verified; absent while it is not settled
 * @param known which coverage is known by now
 */
public record VisitRecord(Visit visit, Optional<Means> means, Known known) {}
