package madoguchi.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** 圧縮 – a plain zip with one entry: results about many persons may come so. An encrypted one ({@code oqs-interface.md} §1.4) cannot be read. */
final class Zip {

    private Zip() {}

    static byte[] of(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /**
     * The first file in a zip, at most so many bytes.
     *
     * @throws IOException when it is no zip, broken off, encrypted, empty or too large
     */
    static byte[] only(byte[] file, int longest) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            if (zip.getNextEntry() == null) {
                throw new ZipException("no file in the zip");
            }
            byte[] content = zip.readNBytes(longest + 1);
            if (content.length > longest) {
                throw new ZipException("too large");
            }
            return content;
        }
    }
}
