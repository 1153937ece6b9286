package madoguchi.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import madoguchi.core.Arrival;
import madoguchi.core.Arrivals;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.InquiryKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Reply;
import madoguchi.terminal.FolderTerminal;
import madoguchi.town.Town;
import madoguchi.town.Townsperson;

/**
 * 試験用の読取機 – a simulation, and named so on its page: the test card of a person of the town is placed, the hub is asked by its certificate, and the result goes to the desk and to the face folder of the terminal.
 */
final class TestReader {

    private final Town town;
    private final Hub hub;
    private final Arrivals arrivals;
    private final FolderTerminal terminal;
    private final MedicalInstitutionCode facility;
    private final Clock clock;

    TestReader(
            Town town,
            Hub hub,
            Arrivals arrivals,
            FolderTerminal terminal,
            MedicalInstitutionCode facility,
            Clock clock) {
        this.town = town;
        this.hub = hub;
        this.arrivals = arrivals;
        this.terminal = terminal;
        this.facility = facility;
        this.clock = clock;
    }

    /** Places the card of that person, who agrees to everything; nothing happens for whoever has none. */
    void place(Townsperson person) {
        LocalDate day = LocalDate.now(clock);
        town.card(person).ifPresent(card -> {
            Reply reply = hub.inquire(Inquiry.byCard(card, day, new Caller(facility, "test-reader", "patient")));
            terminal.push(reply, day);
            arrivals.arrived(new Arrival(UUID.randomUUID().toString(), day, InquiryKind.CARD, reply));
        });
    }
}
