package madoguchi.jpki;

import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** 利用者証明用電子証明書の項目 – names and numbers of the profile ({@code jpki-reader.md} §3.1) and the marks of our simulation. */
final class Profile {

    /** 証明書ポリシー of 利用者証明用電子証明書. */
    static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.392.200149.8.5.1.3.30");

    /** The organisation in every name of the simulation. No certificate that says so is accepted in production. */
    static final String SIMULATED = "JPKI-SIM";

    /** Where a real certificate has the address of its practice statement. */
    static final DERIA5String STATEMENT = new DERIA5String("urn:madoguchi:simulation");

    private Profile() {}

    /** The one name that all generations of the simulated authority share. */
    static X500Name authority() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, new DERPrintableString("JP"))
                .addRDN(BCStyle.O, new DERUTF8String(SIMULATED))
                .addRDN(BCStyle.OU, new DERUTF8String("JPKI for user authentication"))
                .addRDN(BCStyle.OU, new DERUTF8String("Madoguchi simulation"))
                .build();
    }

    /** 発行者別名, in Japanese. */
    static X500Name authorityInJapanese() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, new DERPrintableString("JP"))
                .addRDN(BCStyle.O, new DERUTF8String("公的個人認証サービス（模擬）"))
                .addRDN(BCStyle.OU, new DERUTF8String("公的個人認証サービス利用者証明用（模擬）"))
                .addRDN(BCStyle.OU, new DERUTF8String("窓口の模擬認証局"))
                .build();
    }

    /** Where a revocation list would lie in the directory. */
    static X500Name list() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, new DERPrintableString("JP"))
                .addRDN(BCStyle.O, new DERUTF8String(SIMULATED))
                .addRDN(BCStyle.OU, new DERUTF8String("JPKI for user authentication"))
                .addRDN(BCStyle.OU, new DERUTF8String("CRL Distribution Points"))
                .addRDN(BCStyle.OU, new DERUTF8String("Simulated-ken"))
                .addRDN(BCStyle.CN, new DERUTF8String("Simulated-shi CRLDP"))
                .build();
    }

    /** The subject: an opaque name and nothing about the person. */
    static X500Name subject(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, new DERPrintableString("JP"))
                .addRDN(BCStyle.CN, new DERUTF8String(commonName))
                .build();
    }

    /** 発行者鍵識別子 – the SHA-1 of a public key (RFC 5280 §4.2.1.2, method 1) in hexadecimal, 40 digits: names the generation of an authority. */
    static String keyIdentifier(PublicKey key) {
        return HexFormat.of()
                .formatHex(extensions().createSubjectKeyIdentifier(key).getKeyIdentifier())
                .toUpperCase(Locale.ROOT);
    }

    /** Makes key identifiers. */
    static JcaX509ExtensionUtils extensions() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
