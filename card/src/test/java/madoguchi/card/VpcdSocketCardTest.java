package madoguchi.card;

/** The scenarios over the socket protocol of vpcd, without pcscd: runs everywhere. */
final class VpcdSocketCardTest extends CardScenarios {

    @Override
    Bay open() {
        return new VpcdBay();
    }
}
