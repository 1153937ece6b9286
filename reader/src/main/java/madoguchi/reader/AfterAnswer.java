package madoguchi.reader;

import static madoguchi.reader.Steps.finish;
import static madoguchi.reader.Steps.isCard;
import static madoguchi.reader.Transition.to;

import java.util.List;
import java.util.Set;
import madoguchi.core.Answer;
import madoguchi.core.CertificateStanding;
import madoguchi.core.ConsentScope;
import madoguchi.reader.Answers.Question;
import madoguchi.reader.Event.Tap;

/** 回答の後 – notices and questions. The eligibility is safe from here on; only consents are still open. */
final class AfterAnswer {

    private AfterAnswer() {}

    /** What follows on the centre's answer. */
    static Transition begin(Identified who, Settings settings) {
        Progress progress = new Progress(who, Answers.NONE);
        if (!isCovered(who.reply().answer())) {
            return finish(progress, isCard(progress));
        }
        return who.standing() instanceof CertificateStanding.Current
                ? ask(progress, settings)
                : to(new State.Alert(progress));
    }

    /** Whether the answer is one a patient may be told "received" for; any other is the desk's to speak about. */
    static boolean isCovered(Answer answer) {
        return answer instanceof Answer.Active || answer instanceof Answer.ActiveUnregistered;
    }

    static Transition step(State state, Progress progress, Event.Reaction event, Settings settings) {
        return switch (event) {
            case Tap tap -> tapped(state, progress, tap, settings);
            case Event.TimedOut e -> finish(progress, isCard(progress));
            default -> to(state);
        };
    }

    private static Transition tapped(State state, Progress progress, Tap tap, Settings settings) {
        return switch (tap) {
            case CANCEL -> finish(progress, isCard(progress));
            case STAFF -> to(state, new Effect.CallStaff());
            case BACK -> again(state, progress, settings);
            case YES, NO, CHOOSE, NEXT -> answered(state, tap, settings);
            case PHONE, FACE, PIN, IPHONE, ANDROID -> to(state);
        };
    }

    /* The first question anew: no answer given before counts. */
    private static Transition again(State state, Progress progress, Settings settings) {
        return state instanceof State.Alert ? to(state) : ask(progress.with(Answers.NONE), settings);
    }

    private static Transition answered(State state, Tap tap, Settings settings) {
        return switch (state) {
            case State.Alert(var progress)
            when tap == Tap.NEXT ->
                progress.who().standing().scope() == CertificateStanding.Scope.ELIGIBILITY_ONLY
                        ? finish(progress, isCard(progress))
                        : ask(progress, settings);
            case State.ConsentAll(var progress) -> all(state, progress, tap, settings);
            case State.ConsentEach(var progress, var rest)
            when isYesOrNo(tap) -> each(progress, rest, tap == Tap.YES, settings);
            case State.Diseases(var progress)
            when isYesOrNo(tap) ->
                ask(
                        progress.with((tap == Tap.YES
                                        ? progress.answers().agreeing(Set.of(ConsentScope.DISEASES))
                                        : progress.answers())
                                .settling(Question.DISEASES)),
                        settings);
            case State.Subsidies(var progress)
            when isYesOrNo(tap) ->
                ask(
                        progress.with(
                                progress.answers().withSubsidies(tap == Tap.YES).settling(Question.SUBSIDIES)),
                        settings);
            case State.Link(var progress)
            when isYesOrNo(tap) ->
                ask(progress.with(progress.answers().withLink(tap == Tap.YES).settling(Question.LINK)), settings);
            default -> to(state);
        };
    }

    private static boolean isYesOrNo(Tap tap) {
        return tap == Tap.YES || tap == Tap.NO;
    }

    private static Transition all(State state, Progress progress, Tap tap, Settings settings) {
        Answers done = progress.answers().settling(Question.RECORDS);
        return switch (tap) {
            case YES -> ask(progress.with(done.agreeing(Set.copyOf(settings.offered()))), settings);
            case NO -> ask(progress.with(done), settings);
            case CHOOSE -> to(new State.ConsentEach(progress, settings.offered()));
            default -> to(state);
        };
    }

    private static Transition each(Progress progress, List<ConsentScope> rest, boolean yes, Settings settings) {
        Answers answers = yes ? progress.answers().agreeing(Set.of(rest.getFirst())) : progress.answers();
        return rest.size() > 1
                ? to(new State.ConsentEach(progress.with(answers), rest.subList(1, rest.size())))
                : ask(progress.with(answers.settling(Question.RECORDS)), settings);
    }

    /** The next question, or the end. */
    private static Transition ask(Progress progress, Settings settings) {
        return settings.next(
                        progress.answers(),
                        progress.who().reply().referenceNumber().isPresent())
                .map(question -> to(screen(question, progress)))
                .orElseGet(() -> finish(progress, isCard(progress)));
    }

    private static State screen(Question question, Progress progress) {
        return switch (question) {
            case RECORDS -> new State.ConsentAll(progress);
            case DISEASES -> new State.Diseases(progress);
            case SUBSIDIES -> new State.Subsidies(progress);
            case LINK -> new State.Link(progress);
        };
    }
}
