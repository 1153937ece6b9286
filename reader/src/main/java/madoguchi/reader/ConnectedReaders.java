package madoguchi.reader;

import java.util.List;
import java.util.Optional;
import madoguchi.card.CardTransport;

/** 接続されている読取機 – the port to the readers that are plugged in: PC/SC, or the demo's simulated one. */
public interface ConnectedReaders {

    /** What the service calls them, in its order; absent when there is no service at all. */
    Optional<List<String>> names();

    /** The way to the reader in whose name this stands, letters large or small, whichever plug it is in. */
    CardTransport of(String name);
}
