package madoguchi.jpki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import madoguchi.core.CardSerial;

/**
 * 模擬認証局 – a SIMULATION of the authority for user authentication (公的個人認証), for development and tests: certificates of the real profile ({@code jpki-reader.md} §3) under the name {@code O=JPKI-SIM}, which no
 * {@link Trust} for production accepts. Several root generations share that one name.
 *
 * <p>Files in its folder: {@code root-1.p12} … (a generation and its key), {@code issued.csv} (what was issued, held, released and revoked, one line each, only ever appended to), {@code password}, {@code lock}.
 * Several processes may use one folder at once.
 */
public final class SimulatedAuthority {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final URI responder;
    private final List<Root> roots;
    private final IssuedList issued;
    private final Responder answering;

    private SimulatedAuthority(URI responder, List<Root> roots, IssuedList issued) {
        this.responder = responder;
        this.roots = roots;
        this.issued = issued;
        this.answering = new Responder(roots, issued);
    }

    /**
     * The authority of a folder; its keys are made when they are missing, which takes about a second.
     *
     * @param folder the authority's own
     * @param responder the address of the OCSP responder, which stands in every certificate
     */
    public static SimulatedAuthority open(Path folder, URI responder) {
        KeyFolder keys = new KeyFolder(folder);
        return new SimulatedAuthority(responder, keys.alone(() -> roots(keys)), new IssuedList(keys));
    }

    private static List<Root> roots(KeyFolder keys) {
        List<Root> roots = new ArrayList<>();
        try {
            for (Generation generation : Generation.all()) {
                roots.add(keys.root("root-" + generation.number() + ".p12", generation));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
        return List.copyOf(roots);
    }

    /** The roots' certificates, oldest first: what a {@link Trust} of the simulation trusts. */
    public List<X509Certificate> roots() {
        return roots.stream().map(Root::certificate).toList();
    }

    /**
     * Issues a certificate with a new pair of keys, signed by the newest generation in force at its beginning.
     *
     * @throws IllegalArgumentException when no generation of that profile covers the whole term
     */
    public Issued issue(CertificateOrder order) {
        return issue(order, order.profile().newKeys());
    }

    /** The same for a pair of keys that the card made itself; they must be of the order's profile. */
    public Issued issue(CertificateOrder order, KeyPair holder) {
        Root root = roots.stream()
                .filter(candidate -> candidate.profile() == order.profile() && candidate.covers(order))
                .max(Comparator.comparing(candidate -> candidate.certificate().getNotBefore()))
                .orElseThrow(() -> new IllegalArgumentException("no generation of this profile covers that term"));
        BigInteger number = enter(root, order);
        X509Certificate certificate = root.issue(order, number, holder.getPublic(), responder);
        return new Issued(root.serial(number), certificate, root.certificate(), holder.getPrivate());
    }

    /** The number is on the list before there is a certificate that bears it. */
    private BigInteger enter(Root root, CertificateOrder order) {
        while (true) {
            BigInteger number = number();
            CardSerial serial = root.serial(number);
            StatusEntry entry = new StatusEntry(
                    order.from(), serial, new StatusEntry.Event.Issue(order.token(), order.from(), order.end()));
            if (issued.append(serial, known -> known.isEmpty() ? Optional.of(entry) : Optional.empty())) {
                return number;
            }
        }
    }

    /** Four bytes, as on real certificates; the first bit stays 0. */
    private static BigInteger number() {
        return BigInteger.valueOf(RANDOM.nextInt(1 << 24, Integer.MAX_VALUE));
    }

    // What becomes of it.

    /** 失効 – for good; false when there is no such certificate, or it is revoked already. */
    public boolean revoke(CardSerial serial, RevocationReason why, Instant at) {
        return change(
                serial, at, new StatusEntry.Event.Revoke(why), status -> !(status instanceof RevocationStatus.Revoked));
    }

    /** 一時保留, as when a card is reported lost; false unless the certificate was good. */
    public boolean hold(CardSerial serial, Instant at) {
        return change(serial, at, new StatusEntry.Event.Hold(), status -> status instanceof RevocationStatus.Good);
    }

    /** 一時保留の解除; false unless the certificate was on hold. */
    public boolean release(CardSerial serial, Instant at) {
        return change(serial, at, new StatusEntry.Event.Release(), status -> status instanceof RevocationStatus.OnHold);
    }

    private boolean change(CardSerial serial, Instant at, StatusEntry.Event event, Predicate<RevocationStatus> from) {
        return issued.append(
                serial,
                known -> known.filter(certificate -> from.test(certificate.status()))
                        .map(_ -> new StatusEntry(at, serial, event)));
    }

    /** 発行済の一覧, in order of issue. */
    public List<IssuedCertificate> issued() {
        return issued.all();
    }

    /** OCSP – answers a request about one certificate (RFC 6960), DER in and DER out; never throws on what is no request. */
    public byte[] ocsp(byte[] request, Instant now) {
        return answering.answer(request, now);
    }

    /** 失効リスト of one generation in DER, as of an instant; empty when no root has that key identifier. */
    public Optional<byte[]> revocationList(String issuer, Instant now) {
        return roots.stream()
                .filter(root -> root.identifier().equals(issuer))
                .findFirst()
                .map(root -> RevocationList.make(root, issued.all(), now));
    }
}
