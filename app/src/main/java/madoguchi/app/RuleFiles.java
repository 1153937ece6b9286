package madoguchi.app;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.bundle.SignedBundle;
import madoguchi.core.Parsed;
import madoguchi.policy.RuleSource;

/** 規則ファイルの読込 – rule files from a folder or out of a bundle. */
final class RuleFiles {

    private static final String INDEX = "index.txt";

    private RuleFiles() {}

    /** The files of a folder, in the order of its {@code index.txt} or else of their names; or those of a bundle, whose signature is not looked at. */
    static Parsed<List<RuleSource>> of(Path place) throws IOException {
        return Files.isDirectory(place) ? folder(place) : bundle(place);
    }

    private static Parsed<List<RuleSource>> folder(Path folder) throws IOException {
        List<RuleSource> files = new ArrayList<>();
        for (String name : names(folder)) {
            try {
                files.add(new RuleSource("rules/" + name, Files.readString(folder.resolve(name))));
            } catch (MalformedInputException notUtf8) {
                return Parsed.fault(folder.resolve(name).toString(), "UTF-8 ではありません。", "This is not UTF-8.");
            }
        }
        return files.isEmpty()
                ? Parsed.fault(folder.toString(), "規則ファイル（*.yaml）がありません。", "There are no rule files (*.yaml).")
                : Parsed.of(files);
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.exists(folder.resolve(INDEX))) {
            return Files.readAllLines(folder.resolve(INDEX)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static Parsed<List<RuleSource>> bundle(Path file) throws IOException {
        return SignedBundle.of(Files.readAllBytes(file))
                .look()
                .map(bundle -> Parsed.of(bundle.files()))
                .orElseGet(() -> Parsed.fault(
                        file.toString(), "フォルダーでも規則の束でもありません。", "This is neither a folder nor a bundle of rules."));
    }
}
