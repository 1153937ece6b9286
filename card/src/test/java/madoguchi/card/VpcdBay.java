package madoguchi.card;

import java.util.ArrayList;
import java.util.List;
import madoguchi.card.CardScenarios.Bay;

/** Cards plugged into our own side of the vpcd socket. */
final class VpcdBay implements Bay {

    private final VpcdReader reader = VpcdReader.listening(0);
    private final List<VpcdPlug> plugged = new ArrayList<>();

    @Override
    public CardTransport transport() {
        return reader;
    }

    @Override
    public void lay(VirtualCard card) {
        plugged.add(VpcdPlug.plug(card, reader.address()).toOptional().orElseThrow());
    }

    @Override
    public void take() {
        for (VpcdPlug plug : plugged) {
            plug.close();
            try {
                plug.awaitEnd();
            } catch (InterruptedException given) {
                Thread.currentThread().interrupt();
            }
        }
        plugged.clear();
    }

    @Override
    public void close() {
        take();
        reader.close();
    }
}
