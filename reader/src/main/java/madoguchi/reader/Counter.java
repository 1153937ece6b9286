package madoguchi.reader;

import java.util.List;
import madoguchi.core.Arrival;
import madoguchi.core.Identification;

/** 窓口への口 – the port through which the reader tells the desk what came of a session. */
public interface Counter {

    /**
     * 結果.
     *
     * @param arrival the answer as it may be shown with the consents given, and these
     * @param by how the holder was confirmed
     * @param instead the ids of the failed readings of the same patient that this one makes up for
     */
    record Outcome(Arrival arrival, Identification by, List<String> instead) {
        /** Copies the list. */
        public Outcome {
            instead = List.copyOf(instead);
        }
    }

    /** A patient was received at the reader. */
    void received(Outcome outcome);

    /** A reading came to nothing: the arrival is an {@link madoguchi.core.Answer.Unreachable} with the reader's code, so that the desk's ladder opens. The same id again is the same patient, with a newer code. */
    void unread(FaultCode fault, Arrival arrival);

    /** Somebody at the reader wants staff. */
    void called();

    /** Somebody has left the reader, after so long; whatever came of it was told before, or nothing did. */
    void over(SessionTime time);
}
