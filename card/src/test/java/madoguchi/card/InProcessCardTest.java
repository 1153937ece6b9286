package madoguchi.card;

/** The scenarios in this process. */
final class InProcessCardTest extends CardScenarios {

    /** A virtual reader. */
    static final class Desk implements Bay {

        private final VirtualReader reader = new VirtualReader();

        @Override
        public CardTransport transport() {
            return reader;
        }

        @Override
        public void lay(VirtualCard card) {
            reader.insert(card);
        }

        @Override
        public void take() {
            reader.remove();
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    @Override
    Bay open() {
        return new Desk();
    }
}
