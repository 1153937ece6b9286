package madoguchi.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import madoguchi.card.CardResult;
import madoguchi.card.CardTransport;
import madoguchi.card.PcscTransport;
import madoguchi.reader.ConnectedReaders;

/** PC/SCの読取機の一覧 – what is plugged into this computer, without the reader on which patients place their cards. */
final class PcscReaders implements ConnectedReaders {

    private final String cards;

    /**
     * The readers of this computer.
     *
     * @param cards part of the name of the reader for cards, letters large or small; blank where there is none
     */
    PcscReaders(String cards) {
        this.cards = cards.toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<List<String>> names() {
        return PcscTransport.open(this::isOther) instanceof CardResult.Got<PcscTransport>(var service)
                ? Optional.of(service.names())
                : Optional.empty();
    }

    private boolean isOther(String name) {
        return cards.isBlank() || !name.toLowerCase(Locale.ROOT).contains(cards);
    }

    @Override
    public CardTransport of(String name) {
        return PcscTransports.named(name);
    }
}
