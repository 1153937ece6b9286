package madoguchi.jpki;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;

/**
 * 信頼の起点のフォルダー – the roots and the responders of production, as the operator of a hub has received them. Nothing official comes with this program: roots are published by J-LIS, revocation data is given to registered verifiers only
 * ({@code jpki-reader.md} §3.2, §3.3).
 *
 * <p>In the folder: one or more {@code *.pem} (self-signed roots, one or several in a file; none of the simulation) and {@code responders.properties} in UTF-8 with {@code ocsp} and/or {@code lists}: the address of the OCSP responder, and the address
 * below which the list of each root lies under its key identifier (hexadecimal).
 *
 * @param roots trusted roots
 * @param ocsp where OCSP requests are posted; absent where there is none
 * @param lists below it each root's list; absent where there is none
 */
public record TrustAnchors(List<X509Certificate> roots, Optional<URI> ocsp, Optional<URI> lists) {

    /** The file with the addresses. */
    public static final String RESPONDERS = "responders.properties";

    /** Copies the list. */
    public TrustAnchors {
        roots = List.copyOf(roots);
    }

    /** Reads the folder: what is in it, or everything that is wrong with it, by file. */
    public static Parsed<TrustAnchors> read(Path folder) {
        List<Problem> problems = new ArrayList<>();
        List<X509Certificate> roots = roots(folder, problems);
        Properties addresses = addresses(folder, problems);
        Optional<URI> ocsp = address(addresses, "ocsp", problems);
        Optional<URI> lists = address(addresses, "lists", problems);
        if (problems.isEmpty() && ocsp.isEmpty() && lists.isEmpty()) {
            problems.add(
                    Problem.at(
                            RESPONDERS,
                            "ocsp か lists の少なくとも一方が要ります。失効を確かめられないカードは受け付けません。",
                            "At least one of ocsp and lists is needed: a card whose revocation cannot be confirmed is not admitted."));
        }
        return problems.isEmpty() ? Parsed.of(new TrustAnchors(roots, ocsp, lists)) : new Parsed.Faults<>(problems);
    }

    private static List<X509Certificate> roots(Path folder, List<Problem> problems) {
        List<X509Certificate> roots = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".pem"))
                    .sorted()
                    .toList()) {
                roots.addAll(roots(file.getFileName().toString(), Files.readAllBytes(file), problems));
            }
            if (roots.isEmpty() && problems.isEmpty()) {
                problems.add(Problem.at("*.pem", "ルート証明書のファイルがありません。", "There is no file with a root certificate."));
            }
        } catch (IOException unreadable) {
            problems.add(Problem.at("folder", "フォルダーを読めません。", "The folder cannot be read."));
        }
        return roots;
    }

    private static List<X509Certificate> roots(String file, byte[] pem, List<Problem> problems) {
        List<X509Certificate> roots = new ArrayList<>();
        try {
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new java.io.ByteArrayInputStream(pem))) {
                X509Certificate root = (X509Certificate) certificate;
                Trust.fault(Trust.Accept.PRODUCTION, root)
                        .ifPresentOrElse(why -> problems.add(new Problem(file, why)), () -> roots.add(root));
            }
            if (roots.isEmpty() && problems.isEmpty()) {
                problems.add(noPem(file));
            }
        } catch (CertificateException unreadable) {
            problems.add(noPem(file));
        }
        return roots;
    }

    private static Problem noPem(String file) {
        return Problem.at(file, "証明書（PEM）として読めません。", "It cannot be read as a certificate (PEM).");
    }

    private static Properties addresses(Path folder, List<Problem> problems) {
        Properties addresses = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(RESPONDERS))) {
            addresses.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException unreadable) {
            problems.add(Problem.at(RESPONDERS, "このファイルを読めません。", "This file cannot be read."));
        }
        return addresses;
    }

    private static Optional<URI> address(Properties addresses, String key, List<Problem> problems) {
        String written = addresses.getProperty(key, "").strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(written);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException odd) {
            // Said below.
        }
        problems.add(Problem.at(
                RESPONDERS + " " + key, "http:// か https:// で始まるアドレスを書いてください。", "Write an http or https address."));
        return Optional.empty();
    }

    /** Trusts these roots, and nothing of the simulation. */
    public Trust trust() {
        return new Trust(Trust.Accept.PRODUCTION, roots);
    }

    /**
     * Asks these responders: OCSP first, then the lists. An answer counts that the root signed, or a responder to whom the root gave that right (RFC 6960 §4.2.2.2).
     *
     * @param client carries whatever proves the operator to them
     * @param patience how long one answer may take
     * @param skew how far their clocks may differ
     */
    public StatusSource statuses(HttpClient client, Duration patience, Duration skew) {
        StatusSource list = StatusSource.inOrder(lists.stream()
                .map(there -> new ListSource(Courier.getting(client, there, patience), skew))
                .toArray(StatusSource[]::new));
        return StatusSource.inOrder(Stream.concat(
                        ocsp.stream()
                                .map(there -> new OcspSource(Courier.posting(client, there, patience), skew, list)),
                        Stream.of(list))
                .toArray(StatusSource[]::new));
    }

    /** What names a root of {@link #roots} at its list, and in the register of cards: its key identifier. */
    public static String identifier(X509Certificate root) {
        return Profile.keyIdentifier(root.getPublicKey());
    }
}
