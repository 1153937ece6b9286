package madoguchi.hub;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.Holder;
import madoguchi.core.PersonKey;

/** 登録されている人 – as whom insurers registered persons, for comparison at another register's edge of registration. Who must stay hidden (不開示) is not among them, at the price of the same questions. */
public final class RegisteredHolders {

    private final FactStore facts;
    private final RegisterStore registers;

    /** Over the hub's registers: schema {@code hub}, already migrated. */
    public RegisteredHolders(DataSource database) {
        this.facts = new FactStore(database);
        this.registers = new RegisterStore(database);
    }

    /** The holder of every coverage of each person that counts today, ended ones too; without an entry who is unknown or hidden. */
    public Map<PersonKey, List<Holder>> of(Collection<PersonKey> persons) {
        Set<Long> asked = persons.stream().map(PersonKey::value).collect(Collectors.toSet());
        List<Fact> about = facts.ofPersons(asked);
        Set<Long> hidden = new HashSet<>(Register.hidden(about));
        hidden.addAll(RegisterFold.suppressed(registers.about(asked, Set.of(Kept.Kind.SUPPRESSION))));
        return Register.live(about, Optional.empty()).stream()
                .filter(fact -> !hidden.contains(fact.person()))
                .collect(Collectors.groupingBy(
                        fact -> new PersonKey(fact.person()),
                        Collectors.mapping(fact -> fact.coverage().holder(), Collectors.toList())));
    }
}
