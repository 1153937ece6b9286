package madoguchi.hub;

import java.security.Key;
import javax.crypto.Mac;
import madoguchi.core.Coverage;

/**
 * 読み取った行 – a line of a registration file, understood and packed, without its person.
 *
 * @param person keyed digest of the My Number
 * @param name what is known of the coverage's name
 * @param insurer 保険者番号
 * @param asked by what an inquiry finds it
 * @param packed the coverage
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record UnderstoodLine(
        byte[] person,
        Naming.Parts name,
        String insurer,
        long asked,
        boolean withdrawn,
        boolean suppressed,
        StoredCoverage packed) {

    /** 書き手. One serves one thread. */
    static final class Writer {
        private final Mac mac;
        private final Naming naming = new Naming();
        private final StoredCoverage.Writer form = new StoredCoverage.Writer();

        /** {@code key} swaps My Numbers for digests. */
        Writer(Key key) {
            mac = MyNumber.mac(key);
        }

        UnderstoodLine of(Registration line) {
            Coverage coverage = line.coverage();
            return new UnderstoodLine(
                    line.myNumber().digest(mac),
                    naming.parts(coverage),
                    coverage.id().insurer().digits(),
                    Asked.hash(coverage.id()),
                    line.withdrawn(),
                    line.suppressed(),
                    form.write(coverage));
        }
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "UnderstoodLine[…]";
    }
}
