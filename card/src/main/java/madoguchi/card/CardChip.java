package madoguchi.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** カードのファイル – applications, files and references of one virtual card, laid out as {@code jpki-reader.md} §1 says. Files with the individual number do not exist on it. */
final class CardChip {

    /** What must have been proven before a file is read or a key used: one of the proofs; none at all means free. */
    record Lock(Set<String> proofs) {

        static final Lock FREE = new Lock(Set.of());

        boolean opens(Set<String> proven) {
            return proofs.isEmpty() || proofs.stream().anyMatch(proven::contains);
        }
    }

    /** 基礎ファイル. */
    @SuppressWarnings("ArrayRecordComponent") // within the chip, never compared
    record CardFile(byte[] content, Lock read) {}

    /** 照合の対象 – digits with a counter; {@code usable} false: locked for good. */
    @SuppressWarnings("ArrayRecordComponent") // within the chip, never compared
    record Reference(String name, byte[] digits, int tries, boolean usable) {}

    /** Proof that the centre was accepted. */
    static final String TERMINAL = "terminal";

    /** Proof that the holder's biometrics were accepted by the phone. */
    static final String BIOMETRICS = "biometrics";

    private static final int TOKEN_INFO_LENGTH = 160;

    private final Map<CardApplication, Map<Integer, CardFile>> files = new EnumMap<>(CardApplication.class);
    private final Map<CardApplication, Map<Integer, Reference>> references = new EnumMap<>(CardApplication.class);
    private final Map<CardApplication, byte[]> names = new EnumMap<>(CardApplication.class);
    private final Lock keyUse;

    CardChip(CardContents card) {
        TokenProfile profile = card.profile();
        for (CardApplication application : CardApplication.values()) {
            profile.aid(application).ifPresent(aid -> {
                names.put(application, aid);
                files.put(application, new HashMap<>());
                references.put(application, new HashMap<>());
            });
        }
        String pin = reference(
                CardApplication.JPKI, CardApplication.PIN, card.pin(), profile.pinTries(), profile.pinUsable());
        keyUse = lock(profile.keyUse(), pin, TERMINAL);
        file(CardApplication.JPKI, CardApplication.TOKEN_INFO, tokenInfo(profile), Lock.FREE);
        file(
                CardApplication.JPKI,
                CardApplication.CERTIFICATES_PRESENT,
                HexFormat.of().parseHex(profile.signCertificate() ? "8f8f00" : "008f00"),
                Lock.FREE);
        file(
                CardApplication.JPKI,
                CardApplication.CERTIFICATE,
                card.certificate().bytes(),
                lock(profile.certificateRead(), pin));
        file(CardApplication.JPKI, CardApplication.AUTHORITY, card.authority().bytes(), Lock.FREE);
        if (names.containsKey(CardApplication.FACE)) {
            face(card, card.faceNumber());
        }
    }

    private void face(CardContents card, Secret number) {
        TokenProfile profile = card.profile();
        String digits = number.spend(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        String face = reference(CardApplication.FACE, CardApplication.FACE_NUMBER, digits, profile.faceTries(), true);
        file(
                CardApplication.FACE,
                CardApplication.CARD_FACE,
                CardFace.write(card, new byte[0]),
                new Lock(Set.of(face)));
        String pin = reference(
                CardApplication.ATTRIBUTES,
                CardApplication.ATTRIBUTES_PIN,
                card.pin(),
                profile.pinTries(),
                profile.pinUsable());
        String number2 = reference(
                CardApplication.ATTRIBUTES, CardApplication.ATTRIBUTES_FACE_NUMBER, digits, profile.faceTries(), true);
        file(
                CardApplication.ATTRIBUTES,
                CardApplication.ATTRIBUTE_TEXT,
                AttributeText.write(card.holder()),
                new Lock(Set.of(pin, number2)));
    }

    private static Lock lock(HolderCheck check, String pin, String... others) {
        Set<String> proofs = new HashSet<>(Set.of(others));
        switch (check) {
            case NONE -> {
                return Lock.FREE;
            }
            case PIN -> proofs.add(pin);
            case BIOMETRICS -> proofs.add(BIOMETRICS);
        }
        return new Lock(Set.copyOf(proofs));
    }

    private void file(CardApplication application, int name, byte[] content, Lock read) {
        files.getOrDefault(application, new HashMap<>()).put(name, new CardFile(content, read));
    }

    private String reference(CardApplication application, int name, String digits, int tries, boolean usable) {
        String full = application + "." + HexFormat.of().toHexDigits(name, 4);
        byte[] bytes = digits.getBytes(StandardCharsets.US_ASCII);
        references.getOrDefault(application, new HashMap<>()).put(name, new Reference(full, bytes, tries, usable));
        return full;
    }

    /** EF 0006, 160 bytes ({@code jpki-reader.md} §1.2): label, maker, model and serial padded with blanks, then numbers as a plastic card has them. */
    private static byte[] tokenInfo(TokenProfile profile) {
        byte[] info = new byte[TOKEN_INFO_LENGTH];
        Arrays.fill(info, 0, 96, (byte) ' ');
        String label = profile.tokenLabel().equals("JPKIAPICCTOKEN") ? "JPKIAPICCTOKEN2" : profile.tokenLabel();
        put(info, 0, label);
        put(info, 32, "MADOGUCHI SIMULATION");
        System.arraycopy(HexFormat.of().parseHex("0000040d"), 0, info, 96, 4);
        Arrays.fill(info, 124, 140, (byte) 0xFF);
        put(info, 140, "0301");
        return info;
    }

    private static void put(byte[] info, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, info, at, bytes.length);
    }

    Optional<CardApplication> named(byte[] aid) {
        return names.entrySet().stream()
                .filter(entry -> Arrays.equals(entry.getValue(), aid))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Optional<CardFile> file(CardApplication application, int name) {
        return Optional.ofNullable(files.getOrDefault(application, Map.of()).get(name));
    }

    Optional<Reference> reference(CardApplication application, int name) {
        return Optional.ofNullable(
                references.getOrDefault(application, Map.of()).get(name));
    }

    /** Whether something of that name can be selected: a file, a reference, or the key and the verifier's key, which have no content to read. */
    boolean knows(CardApplication application, int name) {
        return file(application, name).isPresent()
                || reference(application, name).isPresent()
                || (application == CardApplication.JPKI
                        && (name == CardApplication.KEY || name == CardApplication.VERIFIER_KEY));
    }

    /** What the key wants. */
    Lock keyUse() {
        return keyUse;
    }
}
