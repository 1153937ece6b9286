package madoguchi.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * 開発用認証局 – issues the certificates between a hub and its clinics on machines that have no other. Says on its face that it is for development; a real deployment brings its own files.
 *
 * <p>Files in the folder: {@code ca.p12} (root and its key), {@code server.p12}, {@code client-<医療機関コード>.p12}, {@code trust.p12} (root only), {@code password}.
 */
final class DevelopmentCa {

    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final Duration LEAF_LIFE = Duration.ofDays(825);
    private static final String ROOT_NAME = "CN=Madoguchi development CA (not for production)";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Clock clock;

    /** A certificate authority that keeps its files in {@code folder}. */
    DevelopmentCa(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The password of all key stores of this folder; made at the first call, readable by the owner only. */
    char[] password() throws IOException {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        byte[] made = HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
        return new String(SecretFile.read(folder.resolve("password"), made), StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
    }

    /** The key store with the hub's server certificate for localhost; issued if missing. */
    Path server() throws IOException, GeneralSecurityException {
        return issued("server.p12", "CN=localhost", KeyPurposeId.id_kp_serverAuth);
    }

    /** The key store with a facility's client certificate, whose common name is the code; issued if missing. */
    Path client(String facility) throws IOException, GeneralSecurityException {
        return issued("client-" + facility + ".p12", "CN=" + facility, KeyPurposeId.id_kp_clientAuth);
    }

    /** The trust store with the root certificate. */
    Path trust() throws IOException, GeneralSecurityException {
        return made("trust.p12", () -> {
            KeyStore store = empty();
            store.setCertificateEntry("root", root().getCertificate("root"));
            return store;
        });
    }

    private Path issued(String name, String subject, KeyPurposeId purpose)
            throws IOException, GeneralSecurityException {
        return made(name, () -> {
            KeyStore root = root();
            X509Certificate issuer = (X509Certificate) root.getCertificate("root");
            KeyPair keys = keys();
            X509Certificate leaf = sign(subject, keys, issuer, (PrivateKey) root.getKey("root", password()), purpose);
            KeyStore store = empty();
            store.setKeyEntry("key", keys.getPrivate(), password(), new Certificate[] {leaf, issuer});
            return store;
        });
    }

    private interface Making {
        KeyStore make() throws IOException, GeneralSecurityException;
    }

    /** One process at a time: a hub and a clinic that start together must not end up with two roots. */
    private Path made(String name, Making making) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            try (FolderGate _ = FolderGate.enter(folder)) {
                if (!Files.exists(file)) {
                    save(making.make(), file);
                }
            }
        }
        return file;
    }

    private KeyStore root() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("ca.p12");
        if (!Files.exists(file)) {
            KeyPair keys = keys();
            KeyStore store = empty();
            store.setKeyEntry("root", keys.getPrivate(), password(), new Certificate[] {selfSigned(keys)});
            save(store, file);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password());
        }
        return store;
    }

    private KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password());
        return store;
    }

    private void save(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        Path draft = Files.createTempFile(folder, "draft", ".p12");
        try (OutputStream out = Files.newOutputStream(draft)) {
            store.store(out, password());
        }
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate selfSigned(KeyPair keys) throws GeneralSecurityException, CertIOException {
        JcaX509v3CertificateBuilder certificate = builder(new X500Name(ROOT_NAME), ROOT_NAME, keys, ROOT_LIFE);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(certificate, keys.getPrivate());
    }

    private X509Certificate sign(
            String subject, KeyPair keys, X509Certificate issuer, PrivateKey key, KeyPurposeId purpose)
            throws GeneralSecurityException, IOException {
        JcaX509v3CertificateBuilder certificate =
                builder(new X500Name(issuer.getSubjectX500Principal().getName()), subject, keys, LEAF_LIFE);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        certificate.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.dNSName, InetAddress.getLocalHost().getHostName())
        }));
        return signed(certificate, key);
    }

    private JcaX509v3CertificateBuilder builder(X500Name issuer, String subject, KeyPair keys, Duration life) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(96, RANDOM),
                Date.from(clock.instant().minus(Duration.ofHours(1))),
                Date.from(clock.instant().plus(life)),
                new X500Name(subject),
                keys.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder certificate, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException unusable) {
            throw new GeneralSecurityException(unusable);
        }
    }
}
