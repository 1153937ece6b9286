package madoguchi.terminal;

import java.util.Optional;
import madoguchi.core.BulkHub;
import madoguchi.core.ReferenceNumbers;
import madoguchi.core.VisitConsents;

/**
 * 端末の背後 – what the terminal asks besides the hub; requests it has nobody for are refused like unknown ones.
 *
 * @param bulk answers 一括照会
 * @param references takes 照会番号
 * @param visits takes 居宅同意 that the test bench files in patients' places
 */
public record ManyServices(
        Optional<BulkHub> bulk, Optional<ReferenceNumbers> references, Optional<VisitConsents> visits) {

    /** Without simulated consents. */
    public ManyServices(Optional<BulkHub> bulk, Optional<ReferenceNumbers> references) {
        this(bulk, references, Optional.empty());
    }

    /** Only single inquiries. */
    public static ManyServices none() {
        return new ManyServices(Optional.empty(), Optional.empty());
    }

    /** Whether files of this kind are taken. */
    boolean serves(ManyKind kind) {
        return switch (kind) {
            case INQUIRY, TICKETS, HOME_VISITS, ONLINE_VISITS -> bulk.isPresent();
            case REFERENCE_NUMBER, REFERENCE_NUMBERS -> references.isPresent();
        };
    }
}
