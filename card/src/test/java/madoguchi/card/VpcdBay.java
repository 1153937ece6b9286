package madoguchi.card;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import madoguchi.card.CardScenarios.Bay;

/** Cards plugged into the test's own side of the vpcd socket. */
final class VpcdBay implements Bay {

    private final VpcdReader reader;
    private final List<VpcdPlug> plugged = new ArrayList<>();

    VpcdBay() throws IOException {
        reader = new VpcdReader();
    }

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
        plugged.forEach(plug -> {
            plug.close();
            try {
                reader.lookForThe(plug);
            } catch (InterruptedException given) {
                Thread.currentThread().interrupt();
            }
        });
        plugged.clear();
    }

    @Override
    public void close() {
        take();
        reader.close();
    }
}
