package madoguchi.nation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;

/** 区切り – cuts an input into stretches of about a size. A large one is read through once, because only the reader knows where a receipt begins and which it is. */
final class Cutting {

    private Cutting() {}

    /** The stretches of an input, in order; one where it is no longer than the size. */
    static List<Stretch> of(int input, Path file, long size) throws IOException {
        long bytes = Files.size(file);
        if (bytes <= size) {
            return List.of(new Stretch(input, 0, 0, bytes, 0, FileKind.UNKNOWN));
        }
        List<Stretch> stretches = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            ClaimReader reader = new ClaimReader(in);
            FileKind kind = FileKind.UNKNOWN;
            long from = 0;
            long before = 0;
            long receipts = 0;
            while (reader.hasNext()) {
                long at = reader.position();
                Part part = reader.next();
                if (at - from >= size && part instanceof Receipt receipt && opens(receipt, reader.kind())) {
                    stretches.add(new Stretch(input, stretches.size(), from, at, before, kind));
                    kind = reader.kind();
                    from = at;
                    before = receipts;
                }
                receipts += part instanceof Receipt ? 1 : 0;
            }
            stretches.add(new Stretch(input, stretches.size(), from, bytes, before, kind));
        }
        return stretches;
    }

    /** Whether a reader that begins here sees a receipt, too, and not the head of a file. */
    private static boolean opens(Receipt receipt, FileKind kind) {
        return switch (receipt.lines().id(0)) {
            case RE, MN -> kind != FileKind.UNKNOWN;
            case IR -> kind == FileKind.DENTAL;
            default -> false;
        };
    }
}
