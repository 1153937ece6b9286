package madoguchi.jpki;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.function.Supplier;

/** 鍵の保管 – the PKCS#12 files of the simulated authority and the password beside them, readable by the owner only. One process at a time writes. */
final class KeyFolder {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ENTRY = "root";
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;

    /** The folder is made if it is missing. */
    KeyFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Runs while no other process and no other thread of this one does. */
    <T> T alone(Supplier<T> work) {
        synchronized (KeyFolder.class) {
            try (FileChannel gate =
                            FileChannel.open(resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = gate.lock()) {
                return work.get();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /** The password of all stores here; made at the first call, inside {@link #alone}. */
    private char[] password() throws IOException {
        Path file = resolve("password");
        if (!Files.exists(file)) {
            byte[] made = new byte[PASSWORD_BYTES];
            RANDOM.nextBytes(made);
            Path draft = draft();
            Files.writeString(draft, HexFormat.of().formatHex(made));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip().toCharArray();
    }

    /** A root and its key in a file; made when it is missing, inside {@link #alone}. */
    Root root(String name, Generation generation) throws IOException, GeneralSecurityException {
        if (!Files.exists(resolve(name))) {
            Root made = Root.make(generation);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password());
            store.setKeyEntry(ENTRY, made.key(), password(), new Certificate[] {made.certificate()});
            save(store, name);
        }
        KeyStore store = load(name);
        return new Root(generation.profile(), (X509Certificate) store.getCertificate(ENTRY), (PrivateKey)
                store.getKey(ENTRY, password()));
    }

    private KeyStore load(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(resolve(name))) {
            store.load(in, password());
        }
        return store;
    }

    private void save(KeyStore store, String name) throws IOException, GeneralSecurityException {
        Path draft = draft();
        try (OutputStream out = Files.newOutputStream(draft)) {
            store.store(out, password());
        }
        Files.move(draft, resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path draft() throws IOException {
        return Files.createTempFile(
                folder,
                "draft",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
