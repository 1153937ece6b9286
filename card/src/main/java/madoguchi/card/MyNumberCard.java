package madoguchi.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;

/**
 * マイナンバーカードの操作 – one opened card or phone, and what a facility's reader does with it ({@code jpki-reader.md} §2.2). Every step ends in a {@link CardResult}; nothing is thrown for what a card does.
 *
 * <pre>
 * open ─► token() ─► certificate()                                    plastic card: free
 *   by PIN         verify(pin) ─► certificate() ─► sign(nonce)          Android: in this order only
 *   by face        portrait(照合番号B) … admit(centre) ─► sign(nonce)     by staff: admit(centre) ─► sign(nonce)
 *   by biometrics  certificate() ─► sign(nonce) ─► finish()             iPhone
 * </pre>
 *
 * <p>Reading the portrait or the attributes enters another application of the card, which forgets a PIN or centre it had accepted before: read them first. The individual number is never read. Not for several
 * threads at once.
 */
public final class MyNumberCard implements AutoCloseable {

    private static final int LABEL_LENGTH = 32;
    private static final int CHALLENGE_LENGTH = 16;
    private static final int PRESENT = 0x8F;

    private final CardConnection connection;
    private final CardCommands commands;
    private final TokenProfile profile;
    private Optional<CardApplication> entered = Optional.of(CardApplication.JPKI);

    private MyNumberCard(CardConnection connection, CardCommands commands, TokenProfile profile) {
        this.connection = connection;
        this.commands = commands;
        this.profile = profile;
    }

    /** Opens the one card that lies there and asks what it is; {@link CardTrouble#NOT_MY_NUMBER_CARD} for any other card. Whoever gets it closes it. */
    public static CardResult<MyNumberCard> open(CardTransport transport) {
        return transport.connect().then(connection -> {
            CardCommands commands = new CardCommands(connection);
            CardResult<MyNumberCard> card =
                    recognise(commands).map(profile -> new MyNumberCard(connection, commands, profile));
            if (card.toOptional().isEmpty()) {
                connection.close();
            }
            return card;
        });
    }

    private static CardResult<TokenProfile> recognise(CardCommands commands) {
        List<String> aids = TokenProfile.all().stream()
                .map(profile -> profile.aids().get(CardApplication.JPKI))
                .distinct()
                .toList();
        CardResult<TokenProfile> found = CardResult.failed(CardTrouble.NOT_MY_NUMBER_CARD);
        for (String aid : aids) {
            found = commands.tell(Apdu.selectApplication(Apdu.hex(aid)))
                    .then(done -> commands.readStart(CardApplication.TOKEN_INFO, LABEL_LENGTH))
                    .then(label -> profile(aid, new String(label, StandardCharsets.US_ASCII)));
            if (!(found instanceof CardResult.Failed<TokenProfile>(var trouble, var word)
                    && trouble == CardTrouble.NOT_MY_NUMBER_CARD)) {
                return found;
            }
        }
        return found;
    }

    private static CardResult<TokenProfile> profile(String aid, String label) {
        return TokenProfile.all().stream()
                .filter(profile -> aid.equals(profile.aids().get(CardApplication.JPKI)) && profile.answersTo(label))
                .findFirst()
                .map(CardResult::got)
                .orElseGet(() -> CardResult.failed(CardTrouble.NOT_MY_NUMBER_CARD));
    }

    /** How this kind of card behaves. A 顔認証カード calls itself a plastic card; {@link #faceOnly} tells. */
    public TokenProfile profile() {
        return profile;
    }

    /** 媒体 – what answered. */
    public TokenKind token() {
        return profile.token();
    }

    /** 顔認証カード – whether its PIN cannot be used and it has no certificate for signing documents: the reader then offers only face and staff. How real chips say so is not public (§3.5). */
    public CardResult<Boolean> faceOnly() {
        return enter(CardApplication.JPKI, CardTrouble.REFUSED)
                .then(done -> commands.readStart(CardApplication.CERTIFICATES_PRESENT, 1))
                .then(flags -> flags.length == 1 && (flags[0] & 0xFF) == PRESENT
                        ? CardResult.got(false)
                        : switch (triesLeft()) {
                            case CardResult.Locked<Integer> locked -> CardResult.got(true);
                            case CardResult.Got<Integer> usable -> CardResult.got(false);
                            case CardResult.Wrong<Integer> uncounted -> CardResult.got(false);
                            case CardResult.Failed<Integer>(var trouble, var word) ->
                                new CardResult.Failed<Boolean>(trouble, word);
                        });
    }

    /** 残り回数 of the PIN, 1 or more; {@link CardResult.Locked} at none. Uses none. */
    public CardResult<Integer> triesLeft() {
        return enter(CardApplication.JPKI, CardTrouble.REFUSED)
                .then(done -> commands.triesLeft(CardApplication.PIN, profile.pinTries()));
    }

    /** 照合番号Bの残り回数, 1 or more; {@link CardResult.Locked} at none: then the face cannot be used. Uses none, but enters the application of the card's face. {@link CardTrouble#NO_PORTRAIT} on phones. */
    public CardResult<Integer> faceTriesLeft() {
        return enter(CardApplication.FACE, CardTrouble.NO_PORTRAIT)
                .then(done -> commands.triesLeft(CardApplication.FACE_NUMBER, profile.faceTries()));
    }

    /** 暗証番号の照合. The PIN is overwritten, whatever comes. One that has not the card's number of digits is refused here and uses no try; neither does a locked one. */
    public CardResult<Done> verify(Secret pin) {
        if (pin.length() != profile.pinDigits()) {
            pin.close();
            return CardResult.failed(CardTrouble.NOT_A_PIN);
        }
        return opened(CardApplication.JPKI, CardApplication.PIN, pin, profile.pinTries(), CardTrouble.REFUSED);
    }

    /** 利用者証明用電子証明書, DER. {@link CardTrouble#NOT_IDENTIFIED} where the token wants its holder first: an Android phone before the PIN, an iPhone before biometrics. */
    public CardResult<Octets> certificate() {
        return enter(CardApplication.JPKI, CardTrouble.NO_CERTIFICATE)
                .then(done -> absent(commands.readObject(CardApplication.CERTIFICATE), CardTrouble.NO_CERTIFICATE))
                .then(file ->
                        file[0] == 0x30 ? CardResult.got(Octets.of(file)) : CardResult.failed(CardTrouble.DAMAGED));
    }

    /** 署名 – the card's signature over the message (the hub's nonce), which is digested here; algorithm {@link TokenProfile#signature}. {@link CardTrouble#NOT_IDENTIFIED} before PIN, biometrics or centre. */
    public CardResult<Octets> sign(Octets message) {
        return enter(CardApplication.JPKI, CardTrouble.NO_CERTIFICATE)
                .then(done -> absent(commands.selectFile(CardApplication.KEY), CardTrouble.NO_CERTIFICATE))
                .then(done -> commands.ask(Apdu.sign(profile.signP1(), digestInfo(message))))
                .then(signature -> signature.length == 0
                        ? CardResult.failed(CardTrouble.DAMAGED)
                        : CardResult.got(Octets.of(signature)));
    }

    private byte[] digestInfo(Octets message) {
        try {
            byte[] digest = MessageDigest.getInstance(profile.digest()).digest(message.bytes());
            return Apdu.joined(Apdu.hex(profile.digestPrefix()), digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** 特定機関認証 – lets the centre unlock the card's key without PIN, after a face or a member of staff has identified the holder. SIMULATION PROFILE, see {@link Centre}. */
    public CardResult<Done> admit(Centre centre) {
        return silent(centre.certificate())
                .then(certificate -> enter(CardApplication.JPKI, CardTrouble.REFUSED)
                        .then(done -> doubted(commands.tell(Apdu.setVerifierCertificate(certificate.bytes())))))
                .then(done -> commands.ask(Apdu.challenge(CHALLENGE_LENGTH)))
                .then(challenge -> challenge.length == CHALLENGE_LENGTH
                        ? silent(centre.sign(Octets.of(challenge)))
                        : CardResult.failed(CardTrouble.DAMAGED))
                .then(signature -> doubted(commands.tell(Apdu.authenticateTerminal(signature.bytes()))));
    }

    private static CardResult<Octets> silent(Optional<Octets> answer) {
        return answer.map(CardResult::got).orElseGet(() -> CardResult.failed(CardTrouble.CENTRE_SILENT));
    }

    private static CardResult<Done> doubted(CardResult<Done> step) {
        return renamed(step, trouble -> switch (trouble) {
            case REFUSED, NOT_IDENTIFIED, NOT_MY_NUMBER_CARD -> CardTrouble.CENTRE_REFUSED;
            default -> trouble;
        });
    }

    /** 顔写真 – the portrait of the card's face, JPEG 2000 in grey, opened with 照合番号B, which is overwritten. {@link CardTrouble#NO_PORTRAIT} on an infant's card and on phones. */
    public CardResult<Octets> portrait(Secret faceNumber) {
        return opened(
                        CardApplication.FACE,
                        CardApplication.FACE_NUMBER,
                        faceNumber,
                        profile.faceTries(),
                        CardTrouble.NO_PORTRAIT)
                .then(done -> commands.readObject(CardApplication.CARD_FACE))
                .then(CardFace::portrait);
    }

    /** 券面事項入力補助 opened with the PIN of that application, which is overwritten. Not on phones. */
    public CardResult<HolderAttributes> attributesByPin(Secret pin) {
        return attributes(CardApplication.ATTRIBUTES_PIN, pin, profile.pinTries());
    }

    /** 券面事項入力補助 opened with 照合番号B, which is overwritten. Not on phones. */
    public CardResult<HolderAttributes> attributesByFace(Secret faceNumber) {
        return attributes(CardApplication.ATTRIBUTES_FACE_NUMBER, faceNumber, profile.faceTries());
    }

    private CardResult<HolderAttributes> attributes(int reference, Secret secret, int tries) {
        return opened(CardApplication.ATTRIBUTES, reference, secret, tries, CardTrouble.REFUSED)
                .then(done -> commands.readObject(CardApplication.ATTRIBUTE_TEXT))
                .then(AttributeText::read);
    }

    /** Tells an iPhone that the reader has finished; does nothing with other tokens. */
    public CardResult<Done> finish() {
        return profile.endsWithLastCommand() ? commands.tell(Apdu.lastCommand()) : CardResult.got(Done.DONE);
    }

    /** Lets the card go. Never throws. */
    @Override
    public void close() {
        connection.close();
    }

    /** Verifies a secret, after asking whether that would be in vain; overwrites it in any case. */
    private CardResult<Done> opened(
            CardApplication application, int reference, Secret secret, int tries, CardTrouble notThere) {
        try (secret) {
            return enter(application, notThere)
                    .then(done -> commands.triesLeft(reference, tries))
                    .then(left -> commands.verify(secret));
        }
    }

    private CardResult<Done> enter(CardApplication application, CardTrouble notThere) {
        if (entered.equals(Optional.of(application))) {
            return CardResult.got(Done.DONE);
        }
        Optional<byte[]> aid = profile.aid(application);
        if (aid.isEmpty()) {
            return CardResult.failed(notThere);
        }
        entered = Optional.empty();
        CardResult<Done> selected = commands.tell(Apdu.selectApplication(aid.get()));
        if (selected.toOptional().isPresent()) {
            entered = Optional.of(application);
        }
        return absent(selected, notThere);
    }

    /** A file that is not there, on a card known to be a My Number Card. */
    private static <T> CardResult<T> absent(CardResult<T> step, CardTrouble meaning) {
        return renamed(step, trouble -> trouble == CardTrouble.NOT_MY_NUMBER_CARD ? meaning : trouble);
    }

    private static <T> CardResult<T> renamed(CardResult<T> step, Function<CardTrouble, CardTrouble> name) {
        return step instanceof CardResult.Failed<T>(var trouble, var word)
                ? new CardResult.Failed<>(name.apply(trouble), word)
                : step;
    }
}
