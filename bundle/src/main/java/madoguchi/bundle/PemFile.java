package madoguchi.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** PEMファイル – keys as text files, as OpenSSL writes them too. */
final class PemFile {

    static final String PRIVATE = "PRIVATE KEY";
    static final String PUBLIC = "PUBLIC KEY";

    private PemFile() {}

    /** Everything in the file; empty when nothing in it looks like PEM. */
    static List<PemObject> read(Path file) throws IOException {
        List<PemObject> found = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(Files.readString(file)))) {
            for (PemObject next = reader.readPemObject(); next != null; next = reader.readPemObject()) {
                found.add(next);
            }
        } catch (DecoderException noBase64) {
            throw new IOException(noBase64);
        }
        return found;
    }

    static String text(String type, byte[] content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        }
        return text.toString();
    }
}
