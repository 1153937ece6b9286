package madoguchi.card;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.jspecify.annotations.Nullable;

/**
 * PC/SCの接続 – one card, held for ourselves alone: between PIN and signature no other program gets a word in. The JDK ties that to a thread, so each connection has one of its own; it also keeps a card that never answers
 * from holding up its caller. The JDK makes copies of every command, which we cannot overwrite.
 */
final class PcscConnection implements CardConnection {

    private static final int PATIENCE_SECONDS = 10;
    private static final int RESPONSE_MAX = 65_538;
    private static final int LOOKS_MAX = 60;
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final int STATUS_WORD_BYTES = 2;

    private final CardTerminal reader;
    private final ExecutorService own = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("card").factory());
    private Optional<Card> card = Optional.empty();
    private Optional<CardTrouble> lost = Optional.empty();

    private PcscConnection(CardTerminal reader) {
        this.reader = reader;
    }

    static CardResult<CardConnection> open(CardTerminal reader) {
        PcscConnection connection = new PcscConnection(reader);
        CardResult<Card> connected = connection.alone(() -> connect(reader));
        if (connected instanceof CardResult.Got<Card>(var card)) {
            connection.card = Optional.of(card);
            return CardResult.got(connection);
        }
        connection.close();
        return connected.map(never -> connection);
    }

    private static Card connect(CardTerminal reader) throws CardException {
        Card card = reader.connect("*");
        card.beginExclusive();
        return card;
    }

    @Override
    public CardResult<byte[]> exchange(byte[] command) {
        if (lost.isPresent() || card.isEmpty()) {
            return CardResult.failed(lost.orElse(CardTrouble.PULLED));
        }
        Card there = card.get();
        CardResult<byte[]> answer = whole(alone(() -> transmit(there, command)));
        if (answer instanceof CardResult.Failed<byte[]>(var trouble, var word)) {
            lost = Optional.of(trouble);
        }
        return answer;
    }

    /** A card pulled while it answers sends nothing, or half: to the service that is an answer like any other, to us it is none. */
    private CardResult<byte[]> whole(CardResult<byte[]> answer) {
        return answer instanceof CardResult.Got<byte[]>(var bytes) && bytes.length < STATUS_WORD_BYTES
                ? CardResult.failed(unlessGone())
                : answer;
    }

    private static byte[] transmit(Card card, byte[] command) throws CardException {
        ByteBuffer response = ByteBuffer.allocate(RESPONSE_MAX);
        int length = card.getBasicChannel().transmit(ByteBuffer.wrap(command), response);
        return Arrays.copyOf(response.array(), length);
    }

    /** Runs a step on this connection's thread. */
    private <T> CardResult<T> alone(Callable<T> step) {
        Future<T> running = own.submit(step);
        try {
            return CardResult.got(running.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException silent) {
            running.cancel(true);
            return CardResult.failed(unlessGone());
        } catch (InterruptedException given) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return CardResult.failed(CardTrouble.NO_RESPONSE);
        } catch (ExecutionException failed) {
            return CardResult.failed(trouble(failed.getCause()));
        }
    }

    /** A card that is gone was pulled, whatever the service calls it. The JDK says so by an {@link IllegalStateException}, too. */
    private CardTrouble trouble(@Nullable Throwable failed) {
        CardTrouble named = failed instanceof CardException broken
                ? PcscTransport.trouble(broken, CardTrouble.NO_RESPONSE)
                : CardTrouble.PULLED;
        return named == CardTrouble.NO_RESPONSE ? unlessGone() : named;
    }

    private CardTrouble unlessGone() {
        return isGoneSoon() ? CardTrouble.PULLED : CardTrouble.NO_RESPONSE;
    }

    /** pcscd learns of a pulled card only when it looks again, every 400 ms and on a busy machine later; until then it calls the failed exchange an error of the line. */
    private boolean isGoneSoon() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (int look = 0; look < LOOKS_MAX && isThere(); look++) {
                never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
        }
        return !isThere();
    }

    private boolean isThere() {
        return SystemThreads.call(() -> {
            try {
                return reader.isCardPresent();
            } catch (CardException gone) {
                return false;
            }
        });
    }

    /** Does not wait for a card that was silent before: the service lets it go when it can. */
    @Override
    public void close() {
        card.ifPresent(there -> {
            Callable<Done> letGo = () -> {
                there.disconnect(true);
                return Done.DONE;
            };
            if (lost.equals(Optional.of(CardTrouble.NO_RESPONSE))) {
                own.execute(new FutureTask<>(letGo));
            } else {
                alone(letGo);
            }
        });
        card = Optional.empty();
        own.shutdown();
    }
}
