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

    private final List<String> cards;

    /**
     * The readers of this computer.
     *
     * @param cards parts of the names of the readers for cards, letters large or small; empty where there is none
     */
    PcscReaders(List<String> cards) {
        this.cards = cards.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public Optional<List<String>> names() {
        return PcscTransport.open(this::isOther) instanceof CardResult.Got<PcscTransport>(var service)
                ? Optional.of(service.names())
                : Optional.empty();
    }

    private boolean isOther(String name) {
        return cards.stream().noneMatch(name.toLowerCase(Locale.ROOT)::contains);
    }

    @Override
    public CardTransport of(String name) {
        return PcscTransports.named(name);
    }
}
