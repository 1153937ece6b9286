package madoguchi.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as files: who may read them, and what is said of files that are none. */
class KeysTest {

    @TempDir
    Path folder;

    @Test
    void aNewPrivateKeyCanBeOpenedByItsOwnerOnlyAndNamesTheSameKeyAsItsPublicFile() throws IOException {
        Issuer issuer = new Issuer(folder, "ministry");
        Path file = folder.resolve("ministry.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.read(file).orElseThrow().name()).isEqualTo(issuer.key.name());
        assertThat(TrustedKeys.in(Issuer.trusted(folder, issuer)).names())
                .containsExactly(java.util.Map.entry(issuer.key.name(), "ministry.pem"));
        assertThatThrownBy(() -> SigningKey.make(file, folder.resolve("other.pem")))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aPrivateKeyThatOthersCanOpenIsNotUsedAndTheRemedyIsSaid() throws IOException {
        new Issuer(folder, "open");
        Path file = folder.resolve("open.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(SigningKey.read(file).problems().toString())
                .contains("ほかの利用者も開ける秘密鍵です", "Others can open this private key", "chmod 600 " + file);
    }

    @Test
    void aFileThatHoldsNoPrivateKeyIsSaidToHoldNone() throws IOException {
        new Issuer(folder, "pair");
        Path file = folder.resolve("pair.pem");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(SigningKey.read(file).problems().toString()).contains("not a PEM file with one Ed25519 private key");
        assertThat(SigningKey.read(folder.resolve("nowhere.key")).problems().toString())
                .contains("The key file cannot be read.");
    }

    @Test
    void aFolderOfTrustedKeysSaysEverythingThatIsWrongInItAndKeepsTheRest() throws IOException {
        Issuer issuer = new Issuer(folder, "ministry");
        Path keys = Issuer.trusted(folder, issuer);
        Files.copy(folder.resolve("ministry.key"), keys.resolve("a-private.pem"));
        Files.writeString(keys.resolve("b-empty.pem"), "");
        Files.writeString(keys.resolve("c-broken.pem"), "-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----\n");
        Files.writeString(keys.resolve("d-other.pem"), PemFile.text(PemFile.PUBLIC, new byte[] {48, 0}));
        Files.writeString(keys.resolve("readme.txt"), "not looked at");

        TrustedKeys trusted = TrustedKeys.in(keys);
        assertThat(trusted.names()).containsOnlyKeys(issuer.key.name());
        assertThat(trusted.problems())
                .extracting(problem -> problem.reason().en())
                .containsExactly(
                        "It holds a private key. Only public keys belong here; remove it at once.",
                        "There is no key (PEM) in it.",
                        "The key file cannot be read.",
                        "This is not an Ed25519 public key.");
    }

    @Test
    void withoutAFolderNobodyIsTrusted() {
        assertThat(TrustedKeys.in(folder.resolve("nowhere")).names()).isEmpty();
    }
}
