package madoguchi.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import madoguchi.core.Caller;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.VisitConsents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 居宅同意の模擬 – plays the patients who consent on a device at home: files the lines ({@link VisitLines}) of every {@code visits/*.csv} with the hub, then moves the file to {@code visits/done/}. A simulation: in reality a
 * consent comes with the card, and the terminal has no part in it.
 *
 * <p>A file with a fault is filed not at all, one with somebody refused for the others only; both go to {@code err/} with every reason.
 */
final class VisitFolder {

    private static final Logger LOG = LoggerFactory.getLogger(VisitFolder.class);

    private final Path folder;
    private final Path err;
    private final Caller caller;
    private final VisitConsents consents;
    private final Arriving arriving;

    VisitFolder(Path root, MedicalInstitutionCode facility, VisitConsents consents, Arriving arriving) {
        this.folder = root.resolve("visits");
        this.err = root.resolve("err");
        this.caller = new Caller(facility, "OQS", "simulated");
        this.consents = consents;
        this.arriving = arriving;
    }

    /** Takes what lies there. */
    void scan() {
        List<Path> files = Folder.files(folder).stream()
                .filter(file -> FileName.of(file).endsWith(".csv") && !FileName.isDraft(file))
                .toList();
        arriving.keepOnly(files);
        files.forEach(this::take);
    }

    private void take(Path file) {
        try {
            byte[] bytes = Folder.read(file);
            boolean whole = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
            if (!whole && arriving.mayStillGrow(file)) {
                return;
            }
            List<Problem> problems = filed(bytes);
            if (problems.isEmpty()) {
                Folder.moveAside(file, folder.resolve("done"));
            } else {
                byte[] reasons = ErrText.of(problems).getBytes(StandardCharsets.UTF_8);
                String name = FileName.base(file) + FileName.ERR;
                Folder.write(err.resolve(name + ".tmp"), err.resolve(name), reasons);
                Folder.move(file, err.resolve(FileName.of(file)));
            }
        } catch (IOException away) {
            LOG.debug("simulated consents cannot be read yet");
        }
    }

    private List<Problem> filed(byte[] file) {
        return switch (VisitLines.read(file)) {
            case Parsed.Faults<List<VisitConsents.Consent>>(var problems) -> problems;
            case Parsed.Value<List<VisitConsents.Consent>>(var read) -> {
                List<Problem> problems = new ArrayList<>();
                read.forEach(consent -> problems.addAll(consents.consent(consent, caller)));
                yield problems;
            }
        };
    }
}
