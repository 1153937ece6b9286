package madoguchi.card;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import madoguchi.core.CardSerial;
import madoguchi.core.Coded;
import madoguchi.core.Octets;
import madoguchi.core.Sex;

/**
 * カード入れ – virtual cards on disk, a folder each: {@code card.properties}, certificates and keys in DER, pictures, and {@code tries.properties} with the wrong tries, which survive everything but the right PIN and the
 * municipality. Readable for the owner alone: a virtual chip has nowhere else to hide its key. Invented people only.
 */
public final class CardFolder {

    private static final String CARD = "card.properties";
    private static final String TRIES = "tries.properties";

    private final Path folder;

    /** The cards in this folder, which is made when the first is put there. */
    public CardFolder(Path folder) {
        this.folder = folder;
    }

    /** Names of the cards, in order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> cards = Files.list(folder)) {
            return cards.filter(card -> Files.exists(card.resolve(CARD)))
                    .map(card -> card.getFileName().toString())
                    .filter(IssuedCard::isName)
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The card of that name; empty when there is none. */
    public Optional<IssuedCard> find(String name) {
        return IssuedCard.isName(name) && Files.exists(folder.resolve(name).resolve(CARD))
                ? Optional.of(read(name))
                : Optional.empty();
    }

    /** The card of that name, ready to be laid on a reader; its wrong tries are those of before. Empty when there is none. */
    public Optional<VirtualCard> card(String name) {
        return find(name).map(card -> new VirtualCard(card.contents(), counters(name)));
    }

    private TryCounters counters(String name) {
        return new CounterFile(folder.resolve(name).resolve(TRIES));
    }

    /** Puts a card there, or another certificate onto the card of that name; wrong tries stay as they are. */
    public void put(IssuedCard card) {
        Path place = folder.resolve(card.name());
        Path fresh = folder.resolve("." + card.name() + ".new");
        Path old = folder.resolve("." + card.name() + ".old");
        try {
            Files.createDirectories(folder);
            remove(fresh);
            remove(old);
            Files.createDirectory(
                    fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            write(fresh, card);
            if (Files.exists(place.resolve(TRIES))) {
                Files.copy(place.resolve(TRIES), fresh.resolve(TRIES));
            }
            if (Files.exists(place)) {
                Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            remove(old);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** 市区町村の窓口での初期化 – sets a new PIN and forgets all wrong tries, as only the municipality can; false when there is no such card. A phone has its PIN set on the phone itself. */
    public boolean unlock(String name, String newPin) {
        return find(name)
                .map(card -> {
                    CardContents had = card.contents();
                    put(new IssuedCard(
                            card.name(),
                            card.holder(),
                            card.serial(),
                            card.cardIssued(),
                            card.certificateIssued(),
                            card.certificateEnd(),
                            card.predecessor(),
                            had.withPin(newPin)));
                    forget(name);
                    return true;
                })
                .orElse(false);
    }

    private void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name).resolve(TRIES));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void remove(Path card) throws IOException {
        if (Files.exists(card)) {
            try (Stream<Path> files = Files.list(card)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(card);
        }
    }

    private static void write(Path place, IssuedCard card) throws IOException {
        CardContents contents = card.contents();
        Properties rows = new Properties();
        rows.setProperty("profile", contents.profile().id());
        rows.setProperty("holder", card.holder());
        rows.setProperty("issuer", card.serial().issuer());
        rows.setProperty("serial", card.serial().serial());
        rows.setProperty("card-issued", card.cardIssued().toString());
        rows.setProperty("certificate-issued", card.certificateIssued().toString());
        rows.setProperty("certificate-end", card.certificateEnd().toString());
        card.predecessor().ifPresent(old -> {
            rows.setProperty("old-issuer", old.issuer());
            rows.setProperty("old-serial", old.serial());
        });
        rows.setProperty("name", contents.holder().name());
        rows.setProperty("address", contents.holder().address());
        rows.setProperty("birth", contents.holder().birth().toString());
        rows.setProperty("sex", contents.holder().sex().code());
        rows.setProperty("card-end", contents.cardEnd().toString());
        rows.setProperty("security-code", contents.securityCode());
        rows.setProperty("pin", contents.pin());
        try (Writer out = Files.newBufferedWriter(place.resolve(CARD))) {
            rows.store(out, "SIMULATION: a virtual card of an invented person");
        }
        Files.write(place.resolve("certificate.der"), contents.certificate().bytes());
        Files.write(place.resolve("authority.der"), contents.authority().bytes());
        Files.write(place.resolve("key.p8"), contents.key().getEncoded());
        Files.write(place.resolve("portrait.jp2"), contents.portrait().bytes());
        Files.write(place.resolve("name.png"), contents.nameImage().bytes());
        Files.write(place.resolve("address.png"), contents.addressImage().bytes());
        if (contents.verifier().isPresent()) {
            Files.write(place.resolve("verifier.der"), contents.verifier().get().getEncoded());
        }
    }

    private IssuedCard read(String name) {
        Path place = folder.resolve(name);
        Properties rows = new Properties();
        try (Reader in = Files.newBufferedReader(place.resolve(CARD))) {
            rows.load(in);
            TokenProfile profile = TokenProfile.find(row(rows, "profile"))
                    .orElseThrow(() -> new IllegalStateException("a card of an unknown profile: " + name));
            CardContents contents = new CardContents(
                    profile,
                    octets(place, "certificate.der"),
                    octets(place, "authority.der"),
                    key(profile, octets(place, "key.p8")),
                    verifier(place),
                    holder(rows),
                    LocalDate.parse(row(rows, "card-end")),
                    row(rows, "security-code"),
                    octets(place, "portrait.jp2"),
                    octets(place, "name.png"),
                    octets(place, "address.png"),
                    row(rows, "pin"));
            return new IssuedCard(
                    name,
                    row(rows, "holder"),
                    new CardSerial(row(rows, "issuer"), row(rows, "serial")),
                    LocalDate.parse(row(rows, "card-issued")),
                    LocalDate.parse(row(rows, "certificate-issued")),
                    LocalDate.parse(row(rows, "certificate-end")),
                    Optional.ofNullable(rows.getProperty("old-serial"))
                            .map(serial -> new CardSerial(row(rows, "old-issuer"), serial)),
                    contents);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a card whose key cannot be read: " + name, broken);
        }
    }

    private static HolderAttributes holder(Properties rows) {
        return new HolderAttributes(
                row(rows, "name"),
                row(rows, "address"),
                LocalDate.parse(row(rows, "birth")),
                Coded.find(Sex.class, row(rows, "sex")).orElse(Sex.UNSET));
    }

    private static Optional<RSAPublicKey> verifier(Path place) throws IOException, GeneralSecurityException {
        return Files.exists(place.resolve("verifier.der"))
                ? Optional.of((RSAPublicKey) KeyFactory.getInstance("RSA")
                        .generatePublic(new X509EncodedKeySpec(
                                octets(place, "verifier.der").bytes())))
                : Optional.empty();
    }

    private static PrivateKey key(TokenProfile profile, Octets encoded) throws GeneralSecurityException {
        String kind =
                switch (profile.keys()) {
                    case CURRENT -> "RSA";
                    case NEXT -> "EC";
                };
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded.bytes()));
    }

    private static Octets octets(Path place, String file) throws IOException {
        return Octets.of(Files.readAllBytes(place.resolve(file)));
    }

    private static String row(Properties rows, String name) {
        return Optional.ofNullable(rows.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("a card's file lacks " + name));
    }
}
