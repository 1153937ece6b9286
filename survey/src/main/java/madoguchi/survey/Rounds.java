package madoguchi.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import madoguchi.survey.AddresseeTokens.Addressee;

/** 回 – the rounds run here and their addressees, who are running numbers with a proof. */
final class Rounds {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final SurveyStore store;
    private final AddresseeTokens tokens;
    private final Clock clock;

    Rounds(SurveyStore store, AddresseeTokens tokens, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }

    /** All of them, the latest first. */
    List<Round> all() {
        return store.rounds();
    }

    /** The one of this number. */
    Optional<Round> of(int number) {
        return store.rounds().stream().filter(round -> round.number() == number).findFirst();
    }

    /** The one of an addressee, whose token was proved. */
    Round of(Addressee addressee) {
        return of(addressee.round()).orElseThrow();
    }

    /** Opens a round, with the codes of its addressees if they are known. */
    void open(Round round, List<String> facilities, String by) {
        store.alone(() -> {
            store.addRound(round, clock.instant(), by);
            store.addAddressees(round.number(), facilities);
            return round;
        });
    }

    /** 締切 – ends the taking of answers by web before the last day; a second time it does nothing. Paper that is under way can still be read. */
    void close(Round round, String by) {
        store.addClosing(round.number(), clock.instant(), by);
    }

    /** 受付中か – whether answers by web are taken now: within the days of the round, and not closed. */
    boolean isOpen(Round round) {
        return round.isOpen(today()) && !store.isClosed(round.number());
    }

    /** The tokens of all addressees, in order. */
    List<String> tokens(Round round) {
        return IntStream.rangeClosed(1, round.addressees())
                .mapToObj(number -> tokens.token(new Addressee(round.number(), number)))
                .toList();
    }

    /** Whose token this is; empty when it was not made here. */
    Optional<Addressee> addressee(String token) {
        return tokens.addressee(token)
                .filter(addressee -> of(addressee.round())
                        .filter(round -> addressee.number() <= round.addressees())
                        .isPresent());
    }
}
