package madoguchi.app;

import java.util.Optional;
import java.util.function.Consumer;
import madoguchi.core.Arrival;
import madoguchi.desk.Desk;
import madoguchi.reader.Counter;
import madoguchi.reader.FaultCode;
import madoguchi.reader.SessionTime;
import madoguchi.terminal.FolderTerminal;

/** 読取機から窓口へ – brings what the reader found to the desk, and to the {@code face/} folder of the terminal for the レセコン where this process plays it. */
final class KioskCounter implements Counter {

    private final Desk desk;
    private final Optional<FolderTerminal> terminal;
    private final Consumer<SessionTime> times;

    KioskCounter(Desk desk, Optional<FolderTerminal> terminal, Consumer<SessionTime> times) {
        this.desk = desk;
        this.terminal = terminal;
        this.times = times;
    }

    @Override
    public void received(Outcome outcome) {
        desk.arrivals().arrived(outcome.arrival());
        outcome.instead().forEach(desk::madeUpFor);
        terminal.ifPresent(there -> there.push(
                outcome.arrival().reply(),
                outcome.arrival().day(),
                outcome.arrival().answers()));
    }

    @Override
    public void unread(FaultCode fault, Arrival arrival) {
        desk.unread(arrival);
    }

    @Override
    public void called() {
        desk.calls().called();
    }

    @Override
    public void over(SessionTime time) {
        times.accept(time);
    }
}
