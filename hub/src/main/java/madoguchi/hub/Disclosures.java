package madoguchi.hub;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import madoguchi.core.CardSerial;
import madoguchi.core.InsuredId;

/** 本人への開示 – which facilities were shown something about a person. For the person's own screen; whoever calls has made sure who is asking. */
public final class Disclosures {

    private final FactStore facts;
    private final RegisterStore registers;
    private final DisclosureStore store;

    /** Disclosures from one database. */
    public Disclosures(DataSource database) {
        this.facts = new FactStore(database);
        this.registers = new RegisterStore(database);
        this.store = new DisclosureStore(database);
    }

    /**
     * The latest disclosures about the person that this number and birth date name, the newest first; under whichever number or card the person was asked about.
     *
     * <p>Empty for an unknown person, for a number that fits several, and for a person whose data must stay hidden (不開示): nobody is told that there is anything, and the facilities visited would tell where the person is.
     * An inquiry that showed nothing is no disclosure.
     */
    public List<Disclosure> of(InsuredId insured, LocalDate birth, int most) {
        List<Fact> known = facts.about(insured);
        List<RegisterFact> entries = registers.about(
                known.stream().map(Fact::person).distinct().toList(), Set.of(Kept.Kind.CARD, Kept.Kind.SUPPRESSION));
        Optional<Long> person = Register.person(known, insured, birth)
                .filter(found -> !RegisterFold.suppressed(entries).contains(found));
        List<Fact> own = known.stream()
                .filter(fact -> person.equals(Optional.of(fact.person())))
                .toList();
        return own.isEmpty() ? List.of() : store.of(own, cards(entries, person), most);
    }

    /** Every card that ever led to the person. */
    private static List<CardSerial> cards(List<RegisterFact> entries, Optional<Long> person) {
        return entries.stream()
                .filter(entry -> person.equals(Optional.of(entry.person())))
                .flatMap(entry -> entry.said() instanceof Kept.CardLink link ? Stream.of(link.card()) : Stream.empty())
                .distinct()
                .toList();
    }
}
