package madoguchi.portal;

import java.time.Clock;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.CardRefusal;
import madoguchi.core.Challenged;
import madoguchi.core.SelfEntry;
import madoguchi.core.SelfEntry.Entered;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;

/** 入口 – a log-in from the nonce to the open session, or the reason why not. */
final class Entrance {

    /** 入口の結果. */
    sealed interface Came {
        /** 入った. */
        record In(Session session) implements Came {}

        /** 入れない – what happened, for the screen. */
        record Out(Text why) implements Came {}
    }

    private static final Text FAILED = new Text(
            "カードを読めませんでした。カードと暗証番号を確かめて、もう一度お試しください。", "The card could not be read. Check card and PIN and try again.");
    private static final Text LOCKED = new Text(
            "暗証番号がロックされています。お住まいの市区町村の窓口で再設定してください。", "The PIN is locked. Have it reset at your municipality.");

    private final SelfEntry entry;
    private final Optional<Tokens> tokens;
    private final Clock clock;

    Entrance(SelfEntry entry, Optional<Tokens> tokens, Clock clock) {
        this.entry = entry;
        this.tokens = tokens;
        this.clock = clock;
    }

    Optional<Tokens> tokens() {
        return tokens;
    }

    Challenged challenge() {
        return entry.challenge();
    }

    /** A log-in with a simulated card or phone. */
    Came withToken(String person, TokenKind kind, String pin) {
        return switch (entry.challenge()) {
            case Challenged.Unreachable(var trouble) -> new Came.Out(trouble.detail());
            case Challenged.Issued(var name, var nonce, var until) ->
                tokens.map(slot -> slot.sign(person, kind, pin, nonce))
                        .map(signing -> signed(name, kind, signing))
                        .orElseGet(() -> new Came.Out(FAILED));
        };
    }

    private Came signed(String nonce, TokenKind kind, Tokens.Signing signing) {
        return switch (signing) {
            case Tokens.Signing.Signed(var certificate, var signature) ->
                present(new SelfEntry.Presented(nonce, certificate, signature, kind));
            case Tokens.Signing.WrongPin(var left) -> new Came.Out(wrongPin(left.orElse(0)));
            case Tokens.Signing.Locked l -> new Came.Out(LOCKED);
            case Tokens.Signing.Failed f -> new Came.Out(FAILED);
        };
    }

    private static Text wrongPin(int left) {
        return new Text(
                "暗証番号が違います。あと" + left + "回まちがえるとロックされます。", "Wrong PIN. " + left + " more tries before it is locked.");
    }

    /** A log-in with what a card or phone signed. */
    Came present(SelfEntry.Presented presented) {
        return switch (entry.enter(presented)) {
            case Entered.Admitted(var person, var end, var renewal) ->
                new Came.In(new Session(
                        person,
                        new Way.Token(presented.token(), presented.certificate(), end, renewal),
                        clock.instant(),
                        Optional.empty()));
            case Entered.Refused(var why) -> new Came.Out(refusal(why));
            case Entered.Unreachable(Answer.Unreachable trouble) -> new Came.Out(trouble.detail());
        };
    }

    private static Text refusal(CardRefusal why) {
        return why == CardRefusal.EXPIRED
                ? new Text(
                        "電子証明書の有効期限が切れているため、ログインできません。お住まいの市区町村の窓口で更新してください。",
                        "The certificate has expired, so you cannot log in. Have it renewed at your municipality.")
                : why.label();
    }
}
