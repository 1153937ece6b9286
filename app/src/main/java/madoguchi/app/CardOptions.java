package madoguchi.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import madoguchi.card.CardFolder;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;
import picocli.CommandLine.Option;

/** カードの選択肢 – where the cards and the simulated authority are. */
final class CardOptions {

    @Option(
            names = "--data",
            defaultValue = "${env:MADOGUCHI_DATA:-var}",
            description =
                    "データのフォルダー。カードは <data>/cards、模擬認証局は <data>/jpki / data folder; cards and simulated authority live in it (default: ${DEFAULT-VALUE})")
    Path data = Path.of("var");

    @Option(
            names = "--responder",
            defaultValue = "https://localhost:8443/api/jpki/ocsp",
            description = "証明書に書く失効確認の宛先 / OCSP address in the certificates (default: ${DEFAULT-VALUE})")
    URI responder = URI.create("https://localhost:8443/api/jpki/ocsp");

    Clock clock() {
        return Clock.system(Server.TOKYO);
    }

    CardFolder cards() {
        return new CardFolder(data.resolve("cards"));
    }

    SimulatedAuthority authority() {
        return SimulatedAuthority.open(data.resolve("jpki"), responder);
    }

    SimulatedVerifier verifier() {
        return SimulatedVerifier.open(data.resolve("jpki"));
    }

    /** Writes a file for {@code madoguchi import}; says nothing when it has no rows. */
    void write(String name, String header, List<String> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        Path file = Files.createDirectories(data.resolve("cards")).resolve(name);
        Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
        System.out.println("ハブに登録 / register at the hub:  ./madoguchi import " + file);
    }
}
