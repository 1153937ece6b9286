package madoguchi.reader;

import java.time.Instant;
import java.util.Map;
import madoguchi.core.Arrival;
import madoguchi.core.ConsentScope;
import madoguchi.core.Identification;

/** 窓口への口 – the port through which the reader tells the desk what came of a session. */
public interface Counter {

    /**
     * 結果.
     *
     * @param arrival the answer as it may be shown with these consents
     * @param by how the holder was confirmed
     * @param consents 閲覧同意 and for each the first instant without it
     * @param subsidies 受給者証を利用する
     * @param link 診察券として使う
     */
    record Outcome(
            Arrival arrival, Identification by, Map<ConsentScope, Instant> consents, boolean subsidies, boolean link) {
        /** Copies the map. */
        public Outcome {
            consents = Map.copyOf(consents);
        }
    }

    /** A patient was received at the reader. */
    void received(Outcome outcome);

    /** A reading came to nothing: the arrival is an {@link madoguchi.core.Answer.Unreachable} with the reader's code, so that the desk's ladder opens. */
    void unread(FaultCode fault, Arrival arrival);

    /** Somebody at the reader wants staff. */
    void called();
}
