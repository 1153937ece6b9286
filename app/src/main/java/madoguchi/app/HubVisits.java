package madoguchi.app;

import java.util.List;
import madoguchi.core.Caller;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Identification;
import madoguchi.core.Problem;
import madoguchi.core.Subject;
import madoguchi.core.VisitConsents;

/**
 * 模擬の居宅同意の届出 – what the test bench files in a patient's place, as if given by PIN. Only a hub in the same process takes it: one over the network wants the card.
 *
 * @param hub keeps the register
 */
record HubVisits(Hub hub) implements VisitConsents {

    @Override
    public List<Problem> consent(Consent consent, Caller caller) {
        return switch (hub.file(new Filing.VisitConsent(
                new Subject.ByNumber(consent.insured(), consent.birth()),
                consent.visit(),
                consent.visitDay(),
                Identification.PIN,
                caller))) {
            case Filed.Taken _ -> List.of();
            case Filed.Refused(var problems) -> problems;
            case Filed.Undelivered(var trouble) -> List.of(new Problem("資格確認システム", trouble.detail()));
        };
    }
}
