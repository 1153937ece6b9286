package madoguchi.app;

import java.net.URI;
import java.nio.file.Path;
import madoguchi.hub.StatusApi;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;

/** 模擬の鍵 – where the simulated authority for cards and the simulated centre keep their files: {@code jpki} in the data folder of the hub. Opening makes what is missing, which takes a second or two. */
final class CardKeys {

    private CardKeys() {}

    /** The authority that issues and revokes; used by the running hub and the command line at once. */
    static SimulatedAuthority authority(Path data, int machinePort) {
        return SimulatedAuthority.open(folder(data), URI.create("https://localhost:" + machinePort + StatusApi.OCSP));
    }

    /** The centre's key for authentication without PIN. */
    static SimulatedVerifier centre(Path data) {
        return SimulatedVerifier.open(folder(data));
    }

    /** Where they lie; there once anybody used a simulated card in this data folder. */
    static Path folder(Path data) {
        return data.resolve("jpki");
    }
}
