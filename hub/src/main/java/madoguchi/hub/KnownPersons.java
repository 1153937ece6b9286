package madoguchi.hub;

import java.security.Key;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.sql.DataSource;
import madoguchi.core.PersonKey;

/** 個人番号から本人の鍵へ – swaps My Numbers for person keys at another register's edge of registration, as {@link Registrations} does at its own; nothing but the keyed digest is kept. */
public final class KnownPersons {

    private final FactStore store;
    private final Key key;

    /**
     * Over the hub's register of persons.
     *
     * @param database schema {@code hub}, already migrated
     * @param key the one by which {@link Registrations} swaps
     */
    public KnownPersons(DataSource database, Key key) {
        this.store = new FactStore(database);
        this.key = key;
    }

    /** The key of each person, in the order of the numbers; who was unknown is known from now on. Throws {@link java.util.NoSuchElementException} for a number that does not fit; the message never repeats it. */
    public List<PersonKey> of(List<String> myNumbers) {
        Mac mac = MyNumber.mac(key);
        List<byte[]> digests = myNumbers.stream()
                .map(number -> MyNumber.parse("myNumber", number).orElseThrow().digest(mac))
                .toList();
        Persons.Found found = store.alone(registers -> Persons.asked().of(registers, digests));
        return IntStream.range(0, digests.size())
                .mapToObj(index -> new PersonKey(found.id(index)))
                .toList();
    }
}
