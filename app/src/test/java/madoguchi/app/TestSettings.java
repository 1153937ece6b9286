package madoguchi.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;

/** 試験の設定 – processes with nothing but what a test needs, on free ports. */
final class TestSettings {

    private static final URI NOBODY = URI.create("https://localhost:1");

    private TestSettings() {}

    /** A hub without the sample town that asks nobody. */
    static Settings hub(Path data, String listen, String facility) throws IOException {
        return new Settings(
                Role.HUB,
                false,
                data,
                data.resolve("pki"),
                Settings.checkpointsIn(data),
                Optional.empty(),
                new Settings.Staff(listen, DemoTown.freePort()),
                DemoTown.freePort(),
                NOBODY,
                new MedicalInstitutionCode(facility),
                "みなと架空診療所",
                Optional.empty(),
                Optional.empty(),
                false,
                Settings.Rules.standard(data, NOBODY));
    }
}
