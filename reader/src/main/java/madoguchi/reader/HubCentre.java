package madoguchi.reader;

import java.util.Optional;
import madoguchi.card.Centre;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CentreAnswer;
import madoguchi.core.Octets;

/** 特定機関への中継 – relays the centre's half of authentication without PIN between card and hub; its key never comes here. SIMULATION PROFILE, see {@link Centre}. */
public final class HubCentre implements Centre {

    private final CardHub hub;
    private final Caller caller;

    /** Relays in that caller's name. */
    public HubCentre(CardHub hub, Caller caller) {
        this.hub = hub;
        this.caller = caller;
    }

    @Override
    public Optional<Octets> certificate() {
        return given(hub.terminalCertificate(caller));
    }

    @Override
    public Optional<Octets> sign(Octets challenge) {
        return given(hub.answerCardChallenge(challenge, caller));
    }

    private static Optional<Octets> given(CentreAnswer answer) {
        return switch (answer) {
            case CentreAnswer.Given(var bytes) -> Optional.of(bytes);
            case CentreAnswer.Unreachable silent -> Optional.empty();
        };
    }
}
