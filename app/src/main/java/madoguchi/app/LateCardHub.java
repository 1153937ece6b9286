package madoguchi.app;

import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.CardsTaken;
import madoguchi.core.CentreAnswer;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.Consented;
import madoguchi.core.Filed;
import madoguchi.core.Octets;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.VisitAnswer;

/** 遅れて用意されるカード認証 – asks for the real one when it is first needed, so that a process in which no card is read makes no keys for cards. */
final class LateCardHub implements CardHub {

    private final Supplier<? extends CardHub> hub;
    private final Optional<CardsTaken> taken;

    LateCardHub(Supplier<? extends CardHub> hub) {
        this(hub, Optional.empty());
    }

    /** One of which is known beforehand which cards it takes: no key is made for that question. */
    LateCardHub(Supplier<? extends CardHub> hub, Optional<CardsTaken> taken) {
        this.hub = hub;
        this.taken = taken;
    }

    @Override
    public CardsTaken taken(Caller caller) {
        return taken.orElseGet(() -> hub.get().taken(caller));
    }

    @Override
    public Challenged challenge(Caller caller) {
        return hub.get().challenge(caller);
    }

    @Override
    public Opened open(Presentation presentation) {
        return hub.get().open(presentation);
    }

    @Override
    public Opened enrol(Presentation presentation) {
        return hub.get().enrol(presentation);
    }

    @Override
    public Consented consent(ConsentAnswers answers) {
        return hub.get().consent(answers);
    }

    @Override
    public Filed visit(VisitAnswer answer) {
        return hub.get().visit(answer);
    }

    @Override
    public CentreAnswer terminalCertificate(Caller caller) {
        return hub.get().terminalCertificate(caller);
    }

    @Override
    public CentreAnswer answerCardChallenge(Octets challenge, Caller caller) {
        return hub.get().answerCardChallenge(challenge, caller);
    }
}
