package madoguchi.subsidy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import madoguchi.core.Holder;
import madoguchi.core.PersonKey;

/**
 * 登録されている人 – the port through which 基本5情報 of a registration are compared with what insurers registered of the same person. What comes through it is compared and forgotten: no municipality is told any of it.
 */
@FunctionalInterface
public interface RegisteredPeople {

    /** As whom each person is registered, former registrations too; without an entry who is unknown, and who must stay hidden (不開示). */
    Map<PersonKey, List<Holder>> holders(Collection<PersonKey> persons);

    /** Nobody is registered, so nothing can differ. */
    static RegisteredPeople none() {
        return persons -> Map.of();
    }
}
