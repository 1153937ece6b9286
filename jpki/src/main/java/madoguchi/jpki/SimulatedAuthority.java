package madoguchi.jpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * 模擬認証局 – a SIMULATION of the authority for user authentication (公的個人認証), for development and tests: certificates of the real profile ({@code jpki-reader.md} §3) under the name {@code O=JPKI-SIM}, which no
 * {@link Trust} for production accepts. Several root generations share that one name.
 *
 * <p>Files in its folder: {@code root-1.p12} … (a generation and its key), {@code password}, {@code lock}.
 */
public final class SimulatedAuthority {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ENTRY = "root";

    private final URI responder;
    private final List<Root> roots;

    private SimulatedAuthority(URI responder, List<Root> roots) {
        this.responder = responder;
        this.roots = roots;
    }

    /**
     * The authority of a folder; its keys are made when they are missing, which takes about a second.
     *
     * @param folder the authority's own
     * @param responder the address of the OCSP responder, which stands in every certificate
     */
    public static SimulatedAuthority open(Path folder, URI responder) {
        KeyFolder keys = new KeyFolder(folder);
        return new SimulatedAuthority(responder, keys.alone(() -> roots(keys)));
    }

    private static List<Root> roots(KeyFolder keys) {
        List<Root> roots = new ArrayList<>();
        try {
            for (Generation generation : Generation.all()) {
                roots.add(root(keys, generation));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
        return List.copyOf(roots);
    }

    private static Root root(KeyFolder keys, Generation generation) throws IOException, GeneralSecurityException {
        String name = "root-" + generation.number() + ".p12";
        if (!Files.exists(keys.resolve(name))) {
            Root made = Root.make(generation);
            KeyStore store = keys.empty();
            store.setKeyEntry(ENTRY, made.key(), keys.password(), new Certificate[] {made.certificate()});
            keys.save(store, name);
        }
        KeyStore store = keys.load(name);
        return new Root(generation.profile(), (X509Certificate) store.getCertificate(ENTRY), (PrivateKey)
                store.getKey(ENTRY, keys.password()));
    }

    /** The roots' certificates, oldest first: what a {@link Trust} of the simulation trusts. */
    public List<X509Certificate> roots() {
        return roots.stream().map(Root::certificate).toList();
    }

    /**
     * Issues a certificate with a new pair of keys, signed by the newest generation in force at its beginning.
     *
     * @throws IllegalArgumentException when no generation of that profile is in force then
     */
    public Issued issue(CertificateOrder order) {
        return issue(order, order.profile().newKeys());
    }

    /** The same for a pair of keys that the card made itself; they must be of the order's profile. */
    public Issued issue(CertificateOrder order, KeyPair holder) {
        Root root = roots.stream()
                .filter(candidate -> candidate.profile() == order.profile() && candidate.isInForce(order.from()))
                .max(Comparator.comparing(candidate -> candidate.certificate().getNotBefore()))
                .orElseThrow(() -> new IllegalArgumentException("no generation of this profile was in force then"));
        BigInteger number = number();
        X509Certificate certificate = root.issue(order, number, holder.getPublic(), responder);
        return new Issued(root.serial(number), certificate, root.certificate(), holder.getPrivate());
    }

    /** Four bytes, as on real certificates; the first bit stays 0. */
    private static BigInteger number() {
        return BigInteger.valueOf(RANDOM.nextInt(1 << 24, Integer.MAX_VALUE));
    }
}
