package madoguchi.card;

import java.util.ArrayDeque;
import java.util.Deque;

/** The scenarios through a real pcscd and the JDK's smart card classes; over the vpcd socket where no pcscd can be started. */
final class PcscCardTest extends CardScenarios {

    static {
        Pcscd.trouble().ifPresent(why -> System.out.println("The card scenarios run without pcscd: " + why + "."));
    }

    /** A slot of vpcd within pcscd. */
    private static final class Slots implements Bay {

        private final Pcscd pcscd;
        private final Deque<VpcdPlug> plugged = new ArrayDeque<>();

        Slots(Pcscd pcscd) {
            this.pcscd = pcscd;
        }

        @Override
        public CardTransport transport() {
            return pcscd.transport();
        }

        @Override
        public void lay(VirtualCard card) {
            plugged.add(
                    VpcdPlug.plug(card, pcscd.slot(plugged.size())).toOptional().orElseThrow());
        }

        @Override
        public void take() {
            plugged.forEach(VpcdPlug::close);
            plugged.clear();
        }

        /** Waits until pcscd has seen that the cards are gone: the next test finds it empty. */
        @Override
        public void close() {
            take();
            try {
                Presence now = transport().presence();
                while (now != Presence.EMPTY) {
                    now = transport().awaitChange(now, CardScenarios.PATIENCE);
                }
            } catch (InterruptedException given) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    Bay open() {
        return Pcscd.started().isPresent() ? new Slots(Pcscd.started().get()) : new VpcdBay();
    }
}
