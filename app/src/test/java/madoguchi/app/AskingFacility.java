package madoguchi.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Reply;
import madoguchi.hub.HttpHub;

/** A facility that keeps asking over mutual TLS, and remembers the verification id of every reply it got and what it had asked there. */
final class AskingFacility {

    static final String CODE = "1319999913";
    private static final Clock CLOCK = Clock.system(Server.TOKYO);

    private final Hub hub;
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final Thread asking;
    private volatile boolean open = true;

    AskingFacility(Path pki, int machinePort, InventedFile about) throws IOException, GeneralSecurityException {
        hub = hub(pki, machinePort);
        asking = Thread.ofVirtual().start(() -> {
            while (open) {
                ask(about, ThreadLocalRandom.current().nextInt(about.lines()));
            }
        });
    }

    static Hub hub(Path pki, int machinePort) throws IOException, GeneralSecurityException {
        return new HttpHub(
                Tls.client(new DevelopmentCa(pki, CLOCK), CODE),
                URI.create("https://localhost:" + machinePort),
                Duration.ofSeconds(10),
                CLOCK);
    }

    static Reply ask(Hub hub, InventedFile about, int line) {
        return hub.inquire(Inquiry.byNumber(
                about.insured(line),
                InventedFile.BIRTH,
                LocalDate.of(2026, 11, 21),
                false,
                new Caller(new MedicalInstitutionCode(CODE), "test", "test")));
    }

    private void ask(InventedFile about, int line) {
        Reply reply = ask(hub, about, line);
        reply.verification().ifPresent(id -> acknowledged.put(id, about.insuredNumber(line)));
        if (reply.answer() instanceof Answer.Unreachable) {
            ChildJvm.pause(5);
        }
    }

    /** Stops asking; the verification ids of all replies, and the number each was asked about. */
    Map<Long, String> stop() throws InterruptedException {
        open = false;
        asking.join();
        return Map.copyOf(acknowledged);
    }
}
