package madoguchi.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 人の引き当て – swaps keyed digests for person ids: with the database, some thousand at once, or in memory when everybody is there. */
final class Persons {

    private final Optional<PersonTable> everybody;

    private Persons(Optional<PersonTable> everybody) {
        this.everybody = everybody;
    }

    /** Asks the database who is known. */
    static Persons asked() {
        return new Persons(Optional.empty());
    }

    /** Knows everybody; nobody else may register persons meanwhile. */
    static Persons known(PersonTable everybody) {
        return new Persons(Optional.of(everybody));
    }

    /** 引き当て – ids in the order of the digests asked for. */
    static final class Found {
        private final long[] ids;
        private final long firstNew;
        private final List<byte[]> strangers;

        private Found(long[] ids, long firstNew, List<byte[]> strangers) {
            this.ids = ids;
            this.firstNew = firstNew;
            this.strangers = strangers;
        }

        /** Stores those whom nobody knew before. */
        void add(FactStore store) {
            if (!strangers.isEmpty()) {
                store.addPersons(firstNew, strangers);
            }
        }

        long id(int index) {
            return ids[index];
        }

        /** Whether nobody knew this person before. */
        boolean isNew(int index) {
            return ids[index] >= firstNew;
        }
    }

    /** The ids of keyed digests; unknown ones become new persons. */
    Found of(FactStore store, List<byte[]> digests) {
        Found found = draw(store, digests);
        found.add(store);
        return found;
    }

    /** The ids of keyed digests; unknown ones become new persons once they are {@linkplain Found#add stored}. Known ones use up no id: the index has room for every id up to the highest. */
    Found draw(FactStore store, List<byte[]> digests) {
        PersonTable table = everybody.orElseGet(() -> store.known(digests));
        List<byte[]> strangers = new ArrayList<>();
        long[] ids = new long[digests.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = table.id(digests.get(i));
            if (ids[i] == 0) {
                // Until their ids are drawn, strangers are counted downwards: -1, -2, …
                strangers.add(digests.get(i));
                ids[i] = -strangers.size();
                table.put(digests.get(i), ids[i]);
            }
        }
        return strangers.isEmpty() ? new Found(ids, Long.MAX_VALUE, strangers) : settled(store, table, ids, strangers);
    }

    private static Found settled(FactStore store, PersonTable table, long[] ids, List<byte[]> strangers) {
        long first = store.personIds(strangers.size());
        for (int i = 0; i < strangers.size(); i++) {
            table.put(strangers.get(i), first + i);
        }
        for (int i = 0; i < ids.length; i++) {
            ids[i] = ids[i] < 0 ? first - 1 - ids[i] : ids[i];
        }
        return new Found(ids, first, strangers);
    }
}
