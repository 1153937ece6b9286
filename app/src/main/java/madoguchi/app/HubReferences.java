package madoguchi.app;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Caller;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.ReferenceNumbers;

/**
 * 照会番号の届出 – what a レセコン registers in the folders, filed with the hub.
 *
 * @param hub keeps the register
 */
record HubReferences(Hub hub) implements ReferenceNumbers {

    @Override
    public List<Problem> register(Registration registration, Caller caller) {
        Parsed<ReferenceNumber> number = ReferenceNumber.parse("照会番号", registration.number());
        return number.problems().isEmpty()
                ? problems(hub.file(new Filing.Reference(
                        registration.insured(), Optional.empty(), number.orElseThrow(), false, caller)))
                : number.problems();
    }

    private static List<Problem> problems(Filed filed) {
        return switch (filed) {
            case Filed.Taken _ -> List.of();
            case Filed.Refused(var problems) -> problems;
            case Filed.Undelivered(var trouble) -> List.of(new Problem("資格確認システム", trouble.detail()));
        };
    }
}
