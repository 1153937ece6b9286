package madoguchi.app;

import madoguchi.core.Arrival;
import madoguchi.core.Arrivals;
import madoguchi.reader.Counter;
import madoguchi.reader.FaultCode;
import madoguchi.terminal.FolderTerminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 読取機から窓口へ – brings what the reader found to the desk, and to the {@code face/} folder of the terminal for the レセコン. */
final class KioskCounter implements Counter {

    private static final Logger LOG = LoggerFactory.getLogger(KioskCounter.class);

    private final Arrivals desk;
    private final FolderTerminal terminal;

    KioskCounter(Arrivals desk, FolderTerminal terminal) {
        this.desk = desk;
        this.terminal = terminal;
    }

    @Override
    public void received(Outcome outcome) {
        desk.arrived(outcome.arrival());
        terminal.push(outcome.arrival().reply(), outcome.arrival().day());
    }

    @Override
    public void unread(FaultCode fault, Arrival arrival) {
        desk.arrived(arrival);
    }

    @Override
    public void called() {
        LOG.info("reader: somebody wants staff");
    }
}
