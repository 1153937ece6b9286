package madoguchi.card;

import java.io.IOException;
import java.util.Optional;
import madoguchi.card.CardScenarios.Bay;

/** Cards plugged into the test's own side of the vpcd socket. */
final class VpcdBay implements Bay {

    private final VpcdReader reader;
    private Optional<VpcdPlug> plugged = Optional.empty();

    VpcdBay() throws IOException {
        reader = new VpcdReader();
    }

    @Override
    public CardTransport transport() {
        return reader;
    }

    @Override
    public void lay(VirtualCard card) {
        plugged = VpcdPlug.plug(card, reader.address()).toOptional();
    }

    @Override
    public void take() {
        plugged.ifPresent(plug -> {
            plug.close();
            try {
                reader.lookForThe(plug);
            } catch (InterruptedException given) {
                Thread.currentThread().interrupt();
            }
        });
        plugged = Optional.empty();
    }

    @Override
    public void close() {
        take();
        reader.close();
    }
}
