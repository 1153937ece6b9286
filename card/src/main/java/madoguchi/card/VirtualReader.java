package madoguchi.card;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** 仮想リーダー – a card reader within this process: virtual cards are laid on it and taken away again, at any moment and from any thread. */
public final class VirtualReader implements CardTransport {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<VirtualCard> cards = new ArrayList<>();

    /** カードを置く – beside whatever lies there already. */
    public void insert(VirtualCard card) {
        change(() -> cards.add(card));
    }

    /** カードを取る – all of them. A connection to one of them is lost. */
    public void remove() {
        change(() -> {
            cards.forEach(VirtualCard::powerOff);
            cards.clear();
        });
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CardResult<CardConnection> connect() {
        return switch (presence()) {
            case NO_READER -> CardResult.failed(CardTrouble.NO_READER);
            case EMPTY -> CardResult.failed(CardTrouble.NO_CARD);
            case SEVERAL -> CardResult.failed(CardTrouble.SEVERAL_CARDS);
            case ONE ->
                first().<CardResult<CardConnection>>map(card -> CardResult.got(new Connection(card)))
                        .orElseGet(() -> CardResult.failed(CardTrouble.NO_CARD));
        };
    }

    private Optional<VirtualCard> first() {
        lock.lock();
        try {
            return cards.stream().findFirst();
        } finally {
            lock.unlock();
        }
    }

    private boolean lies(VirtualCard card) {
        return first().filter(there -> there == card).isPresent();
    }

    @Override
    public Presence presence() {
        lock.lock();
        try {
            return switch (cards.size()) {
                case 0 -> Presence.EMPTY;
                case 1 -> Presence.ONE;
                default -> Presence.SEVERAL;
            };
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Presence awaitChange(Presence known, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (presence() == known && left > 0) {
                left = changed.awaitNanos(left);
            }
            return presence();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the cards away. */
    @Override
    public void close() {
        remove();
    }

    private final class Connection implements CardConnection {

        private final VirtualCard card;
        private boolean lost;

        Connection(VirtualCard card) {
            this.card = card;
            card.reset();
        }

        @Override
        public CardResult<byte[]> exchange(byte[] command) {
            lost |= !lies(card);
            return lost ? CardResult.failed(CardTrouble.PULLED) : CardResult.got(card.answer(command));
        }

        @Override
        public void close() {
            if (!lost) {
                card.reset();
            }
            lost = true;
        }
    }
}
