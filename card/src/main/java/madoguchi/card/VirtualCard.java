package madoguchi.card;

import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import madoguchi.card.CardChip.CardFile;
import madoguchi.card.CardChip.Reference;
import madoguchi.core.Octets;
import madoguchi.jpki.TerminalCertificate;

/**
 * 仮想カード – a SIMULATION of a My Number Card or phone that answers commands as {@code jpki-reader.md} §1–§2 describe real ones. Authentication without PIN is a simulation profile of our own: the real one is not
 * public.
 *
 * <p>What it has verified is forgotten at power-off, at a reset and when an application is selected; wrong tries are not ({@link TryCounters}): {@code 63C2}, {@code 63C1}, {@code 63C0}, then {@code 6984} until the
 * municipality unlocks it. It never throws, whatever bytes come.
 */
public final class VirtualCard {

    private static final byte[] ATR = Apdu.hex("3be000008131fe4514");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CardContents contents;
    private final CardChip chip;
    private final TryCounters counters;
    private final CardKey key;
    private final Set<String> proven = new HashSet<>();
    private Optional<CardApplication> application = Optional.empty();
    private Optional<Integer> selected = Optional.empty();
    private Optional<RSAPublicKey> centre = Optional.empty();
    private byte[] challenge = {};
    private boolean biometrics;

    /** A card with its memory for wrong tries. */
    public VirtualCard(CardContents contents, TryCounters counters) {
        this.contents = contents;
        this.chip = new CardChip(contents);
        this.counters = counters;
        this.key = new CardKey(contents.key(), contents.profile());
    }

    /** What was written onto it. */
    public CardContents contents() {
        return contents;
    }

    /** スマートフォンの生体認証 – the holder's face or finger, accepted by the phone itself; lasts until power-off. Means nothing to a card. */
    public synchronized void confirmBiometrics() {
        biometrics = true;
    }

    byte[] atr() {
        return ATR.clone();
    }

    /** Power off, or the phone taken away. */
    synchronized void powerOff() {
        reset();
        biometrics = false;
    }

    /** Reset: what was verified is forgotten, power stays. */
    synchronized void reset() {
        application = Optional.empty();
        forget();
    }

    private void forget() {
        selected = Optional.empty();
        centre = Optional.empty();
        challenge = new byte[0];
        proven.clear();
    }

    /** Answers one command APDU: data and status word. */
    synchronized byte[] answer(byte[] sent) {
        return Command.parse(sent).map(this::answer).orElseGet(() -> word(StatusMeaning.WRONG_LENGTH));
    }

    private byte[] answer(Command command) {
        if ((command.cla() & 0x7F & ~0x0F) != 0) {
            return word(StatusMeaning.CLASS);
        }
        if ((command.cla() & 0x03) != 0) {
            return word(StatusMeaning.CHANNEL_NOT_SUPPORTED);
        }
        if ((command.cla() & 0x0C) != 0) {
            return word(
                    command.ins() == 0xB0
                            ? StatusMeaning.SECURE_CLASS_REFUSED
                            : StatusMeaning.SECURE_MESSAGING_NOT_SUPPORTED);
        }
        return switch (command.cla() << 8 | command.ins()) {
            case 0x00A4 -> select(command);
            case 0x00B0 -> read(command);
            case 0x00B2 -> word(StatusMeaning.RECORD_NOT_FOUND);
            case 0x0020 -> verify(command);
            case 0x0084 -> giveChallenge(command);
            case 0x0082 -> authenticateTerminal(command);
            case 0x802A -> sign(command);
            case 0x80A2 -> takeCertificate(command);
            case 0x80FC ->
                contents.profile().endsWithLastCommand() ? word(StatusMeaning.OK) : word(StatusMeaning.WRONG_LENGTH);
            default -> word(StatusMeaning.INSTRUCTION);
        };
    }

    private byte[] select(Command command) {
        return switch (command.parameters()) {
            case 0x040C -> selectApplication(command.data());
            case 0x020C -> selectFile(command.data());
            default -> word(StatusMeaning.BAD_PARAMETERS);
        };
    }

    private byte[] selectApplication(byte[] aid) {
        Optional<CardApplication> found = chip.named(aid);
        if (found.isEmpty()) {
            return word(StatusMeaning.NOT_FOUND);
        }
        application = found;
        forget();
        if (biometrics) {
            proven.add(CardChip.BIOMETRICS);
        }
        return word(StatusMeaning.OK);
    }

    private byte[] selectFile(byte[] name) {
        if (name.length != 2) {
            return word(StatusMeaning.WRONG_LENGTH);
        }
        int file = (name[0] & 0xFF) << 8 | (name[1] & 0xFF);
        if (application.filter(current -> chip.knows(current, file)).isEmpty()) {
            return word(StatusMeaning.NOT_FOUND);
        }
        selected = Optional.of(file);
        return word(StatusMeaning.OK);
    }

    private byte[] read(Command command) {
        if (command.expected() == 0 || command.data().length > 0) {
            return word(StatusMeaning.WRONG_LENGTH);
        }
        boolean byShortName = (command.p1() & 0x80) != 0;
        if (byShortName) {
            byte[] done = selectFile(new byte[] {0, (byte) (command.p1() & 0x1F)});
            if (done.length == 2 && done[0] != (byte) 0x90) {
                return done;
            }
        }
        if (selected.isEmpty()) {
            return word(StatusMeaning.NO_CURRENT_FILE);
        }
        Optional<CardFile> file = application.flatMap(current -> chip.file(current, selected.get()));
        if (file.isEmpty() || !file.get().read().opens(proven)) {
            return word(StatusMeaning.SECURITY_STATUS);
        }
        return part(file.get().content(), byShortName ? command.p2() : command.parameters(), command.expected());
    }

    private static byte[] part(byte[] content, int from, int expected) {
        return from >= content.length
                ? word(StatusMeaning.OUTSIDE_FILE)
                : with(Arrays.copyOfRange(content, from, Math.min(content.length, from + Math.min(expected, 256))));
    }

    private byte[] verify(Command command) {
        if (command.p1() != 0 || (command.p2() & 0x80) == 0) {
            return word(StatusMeaning.BAD_PARAMETERS);
        }
        Optional<Integer> name = (command.p2() & 0x1F) == 0 ? selected : Optional.of(command.p2() & 0x1F);
        if (name.isEmpty()) {
            return word(StatusMeaning.NO_CURRENT_FILE);
        }
        Optional<Reference> reference = application.flatMap(current -> chip.reference(current, name.get()));
        if (reference.isEmpty()) {
            return word(StatusMeaning.KEY_NOT_SET);
        }
        return command.data().length == 0 ? left(reference.get()) : verify(reference.get(), command.data());
    }

    private int triesLeft(Reference reference) {
        return reference.usable() ? Math.max(0, reference.tries() - counters.wrong(reference.name())) : 0;
    }

    private byte[] left(Reference reference) {
        int left = triesLeft(reference);
        return left == 0 ? word(StatusMeaning.BLOCKED) : bytes(StatusWord.triesLeft(left));
    }

    private byte[] verify(Reference reference, byte[] digits) {
        int left = triesLeft(reference);
        boolean right = Arrays.equals(reference.digits(), digits);
        Arrays.fill(digits, (byte) 0);
        if (left == 0) {
            return word(StatusMeaning.BLOCKED);
        }
        counters.remember(reference.name(), right ? 0 : counters.wrong(reference.name()) + 1);
        if (right) {
            proven.add(reference.name());
            return word(StatusMeaning.OK);
        }
        proven.remove(reference.name());
        return bytes(StatusWord.triesLeft(left - 1));
    }

    private byte[] sign(Command command) {
        boolean bySelection = command.p2() == 0x80;
        if (!bySelection && command.p2() != (0x80 | CardApplication.KEY)) {
            return word(StatusMeaning.KEY_NOT_SET);
        }
        if (!application.equals(Optional.of(CardApplication.JPKI))
                || (bySelection && !selected.equals(Optional.of(CardApplication.KEY)))) {
            return word(StatusMeaning.NO_CURRENT_FILE);
        }
        if (!chip.keyUse().opens(proven)) {
            return word(StatusMeaning.SECURITY_STATUS);
        }
        SignScheme scheme = contents.profile().signSchemes().get(command.p1());
        if (scheme == null) {
            return word(StatusMeaning.BAD_PARAMETERS);
        }
        if (command.expected() == 0) {
            return word(StatusMeaning.WRONG_LENGTH);
        }
        return key.sign(scheme, command.data()).map(VirtualCard::with).orElseGet(() -> word(StatusMeaning.CONDITIONS));
    }

    private byte[] giveChallenge(Command command) {
        if (command.expected() == 0 || command.expected() > 256) {
            return word(StatusMeaning.WRONG_LENGTH);
        }
        challenge = new byte[command.expected()];
        RANDOM.nextBytes(challenge);
        return with(challenge);
    }

    /** Simulation profile: a certificate of the centre that the key in EF 0016 has signed. */
    private byte[] takeCertificate(Command command) {
        if (command.parameters() != 0x06C1) {
            return word(StatusMeaning.BAD_PARAMETERS);
        }
        if (!application.equals(Optional.of(CardApplication.JPKI))
                || contents.verifier().isEmpty()) {
            return word(StatusMeaning.KEY_NOT_SET);
        }
        centre = TerminalCertificate.verify(
                Octets.of(command.data()), contents.verifier().get());
        return word(centre.isPresent() ? StatusMeaning.OK : StatusMeaning.BAD_DATA);
    }

    private byte[] authenticateTerminal(Command command) {
        if (command.parameters() != 0x0096) {
            return word(StatusMeaning.BAD_PARAMETERS);
        }
        if (centre.isEmpty() || challenge.length == 0) {
            return word(StatusMeaning.CONDITIONS);
        }
        boolean right = TerminalCertificate.isSigned(centre.get(), challenge, command.data());
        challenge = new byte[0];
        if (right) {
            proven.add(CardChip.TERMINAL);
        }
        return word(right ? StatusMeaning.OK : StatusMeaning.MISMATCH);
    }

    private static byte[] with(byte[] data) {
        return Apdu.joined(data, word(StatusMeaning.OK));
    }

    private static byte[] word(StatusMeaning meaning) {
        return bytes(meaning.word());
    }

    private static byte[] bytes(StatusWord word) {
        return new byte[] {(byte) (word.value() >> 8), (byte) word.value()};
    }

    @Override
    public String toString() {
        return "VirtualCard[profile=" + contents.profile().id() + "]";
    }
}
