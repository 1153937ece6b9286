package madoguchi.card;

import java.io.IOException;

/** The scenarios over the socket protocol of vpcd, without pcscd: runs everywhere. */
final class VpcdSocketCardTest extends CardScenarios {

    @Override
    Bay open() throws IOException {
        return new VpcdBay();
    }
}
