package madoguchi.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.core.CardSerial;
import madoguchi.jpki.CardProfile;
import madoguchi.jpki.TrustAnchors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * よその認証局 – stands in for the official authority, which no test may ask: a root under a name that bears no mark of our simulation and no official name, cards of the published profile ({@code jpki-reader.md} §3.1), an OCSP responder and a list over real HTTP.
 * Its responder has a key of its own and a certificate that gives it the right to answer (RFC 6960 §4.2.2.2), as large authorities do.
 * Written apart from our own authority, so that the two do not agree by sharing a mistake.
 */
final class ForeignAuthority implements AutoCloseable {

    private static final X500Name NAME =
            new X500Name("C=JP,O=DEV-PRODUCTION,OU=stands in for a foreign authority in tests");
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.392.200149.8.5.1.3.30");
    private static final String SIGNATURE = CardProfile.CURRENT.signature();

    private final Clock clock;
    private final KeyPair keys = CardProfile.CURRENT.newKeys();
    private final ContentSigner signer;
    private final ContentSigner answering;
    private final X509CertificateHolder responder;
    private final X509Certificate root;
    private final HttpServer web;
    private final Set<BigInteger> revoked = ConcurrentHashMap.newKeySet();
    private final Set<String> down = ConcurrentHashMap.newKeySet();
    private long last = 0x1000_0000L;

    ForeignAuthority(Clock clock) throws Exception {
        this.clock = clock;
        this.signer = new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate());
        JcaX509v3CertificateBuilder made =
                new JcaX509v3CertificateBuilder(NAME, BigInteger.TWO, days(-2000), days(2000), NAME, keys.getPublic());
        made.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        made.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        root = new JcaX509CertificateConverter().getCertificate(made.build(signer));
        KeyPair own = CardProfile.CURRENT.newKeys();
        answering = new JcaContentSignerBuilder(SIGNATURE).build(own.getPrivate());
        responder = responder(own);
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/ocsp", exchange -> answer(exchange, "ocsp", ForeignAuthority.this::ocsp));
        web.createContext("/lists/", exchange -> answer(exchange, "lists", request -> list()));
        web.start();
    }

    private X509CertificateHolder responder(KeyPair own) throws Exception {
        JcaX509v3CertificateBuilder made = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(3),
                days(-30),
                days(30),
                new X500Name("C=JP,O=DEV-PRODUCTION,OU=OCSP responder"),
                own.getPublic());
        made.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        made.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
        made.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        return made.build(signer);
    }

    /** Puts its root and addresses where {@code --card-trust} finds them. */
    Path trust(Path folder) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("foreign.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        String base = "http://127.0.0.1:" + web.getAddress().getPort();
        Files.writeString(
                folder.resolve(TrustAnchors.RESPONDERS), "ocsp = " + base + "/ocsp\nlists = " + base + "/lists/\n");
        return folder;
    }

    X509Certificate root() {
        return root;
    }

    /** A card's certificate for a pair of keys, in force since two months and until the end of that day in Japan. */
    X509Certificate issue(KeyPair holder, LocalDate lastDay) throws Exception {
        JcaX509v3CertificateBuilder made = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(last++),
                days(-60),
                Date.from(lastDay.plusDays(1)
                        .atStartOfDay(Server.TOKYO)
                        .toInstant()
                        .minusSeconds(1)),
                new X500Name("C=JP,CN=OPAQUE"),
                holder.getPublic());
        made.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        made.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        made.addExtension(Extension.certificatePolicies, true, new CertificatePolicies(new PolicyInformation(POLICY)));
        return new JcaX509CertificateConverter().getCertificate(made.build(signer));
    }

    /** What the registers know the certificate by. */
    CardSerial serial(X509Certificate certificate) {
        return new CardSerial(
                TrustAnchors.identifier(root),
                certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT));
    }

    void revoke(X509Certificate certificate) {
        revoked.add(certificate.getSerialNumber());
    }

    /** Nobody answers there from now on: {@code ocsp} or {@code lists}; all answer again without any. */
    void silence(String... services) {
        down.clear();
        down.addAll(Set.of(services));
    }

    private interface Making {
        byte[] bytes(byte[] request) throws Exception;
    }

    private void answer(HttpExchange exchange, String service, Making making) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            if (down.contains(service)) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] bytes = making.bytes(request);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw gone;
        } catch (Exception broken) {
            throw new IOException(broken);
        }
    }

    private byte[] ocsp(byte[] request) throws Exception {
        OCSPReq asked = new OCSPReq(request);
        CertificateID about = asked.getRequestList()[0].getCertID();
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(responder.getSubject()));
        CertificateStatus status = revoked.contains(about.getSerialNumber())
                ? new RevokedStatus(days(-1), CRLReason.cessationOfOperation)
                : CertificateStatus.GOOD;
        answer.addResponse(about, status, Date.from(clock.instant()), Date.from(soon()));
        Optional.ofNullable(asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .ifPresent(nonce -> answer.setResponseExtensions(new Extensions(nonce)));
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        answer.build(answering, new X509CertificateHolder[] {responder}, Date.from(clock.instant())))
                .getEncoded();
    }

    private byte[] list() throws Exception {
        JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(root.getSubjectX500Principal(), Date.from(clock.instant()));
        list.setNextUpdate(Date.from(soon()));
        revoked.forEach(number -> list.addCRLEntry(number, days(-1), CRLReason.cessationOfOperation));
        list.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.getPublicKey()));
        return list.build(signer).getEncoded();
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    private Date days(int from) {
        return Date.from(clock.instant().plus(Duration.ofDays(from)));
    }

    @Override
    public void close() {
        web.stop(0);
    }
}
