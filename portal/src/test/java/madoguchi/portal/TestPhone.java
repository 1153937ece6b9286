package madoguchi.portal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone with one passkey, written from WebAuthn Level 3 §6 by hand: what it says owes nothing to the library that checks it. Its fields are the ways in which a phone, or a thief, can differ. */
final class TestPhone {

    private static final HexFormat HEX = HexFormat.of();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int KEY_FOLLOWS = 0x40;

    String origin = "http://localhost:8080";
    String party = "localhost";
    boolean verified = true;
    int counter;
    private final SecureRandom chance;
    KeyPair key;
    byte[] credential = new byte[32];
    String handle = "";

    TestPhone() {
        this(new SecureRandom());
    }

    /** A phone whose keys and signatures are drawn from here. */
    TestPhone(SecureRandom chance) {
        this.chance = chance;
        this.key = pair(chance);
        chance.nextBytes(credential);
    }

    private static KeyPair pair(SecureRandom chance) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), chance);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the key that was asked for. */
    String create(String options) {
        handle = field(options, "user\":\\{[^}]*\"id");
        byte[] attested = join(
                new byte[16],
                new byte[] {0, (byte) credential.length},
                credential,
                HEX.parseHex("a5010203262001215820"),
                number(((ECPublicKey) key.getPublic()).getW().getAffineX().toByteArray()),
                HEX.parseHex("225820"),
                number(((ECPublicKey) key.getPublic()).getW().getAffineY().toByteArray()));
        byte[] data = join(data(KEY_FOLLOWS), attested);
        byte[] attestation = join(
                new byte[] {(byte) 0xa3},
                word("fmt"),
                word("none"),
                word("attStmt"),
                new byte[] {(byte) 0xa0},
                word("authData"),
                new byte[] {0x58, (byte) data.length},
                data);
        return answer(
                "\"attestationObject\":\"" + text(attestation) + "\",\"transports\":[\"internal\"]",
                client("create", options));
    }

    /** Answers with its key. */
    String get(String options) {
        byte[] client = client("get", options);
        byte[] data = data(0);
        return answer(
                "\"authenticatorData\":\"" + text(data) + "\",\"signature\":\"" + text(sign(join(data, sha(client))))
                        + "\",\"userHandle\":\"" + handle + "\"",
                client);
    }

    private String answer(String fields, byte[] client) {
        return "{\"id\":\"%s\",\"rawId\":\"%s\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"%s\",%s}}"
                .formatted(text(credential), text(credential), text(client), fields);
    }

    private byte[] client(String act, String options) {
        return "{\"type\":\"webauthn.%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(act, field(options, "\"challenge"), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int more) {
        return join(
                sha(party.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) (PRESENT | (verified ? VERIFIED : 0) | more)},
                ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate(), chance);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile(name + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalArgumentException(name);
        }
        return found.group(1);
    }

    private static byte[] word(String word) {
        return join(new byte[] {(byte) (0x60 + word.length())}, word.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] number(byte[] signed) {
        byte[] fixed = new byte[32];
        int length = Math.min(signed.length, fixed.length);
        System.arraycopy(signed, signed.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    private static byte[] sha(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
