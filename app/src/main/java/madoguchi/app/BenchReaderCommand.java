package madoguchi.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import madoguchi.card.CardTransport;
import madoguchi.card.Pcscd;
import madoguchi.card.Presence;
import madoguchi.card.VirtualCard;
import madoguchi.card.VirtualReader;
import madoguchi.card.VpcdPlug;
import madoguchi.core.Arrival;
import madoguchi.core.Caller;
import madoguchi.core.CardHub;
import madoguchi.core.Challenged;
import madoguchi.core.ConsentAnswers;
import madoguchi.core.ConsentScope;
import madoguchi.core.Consented;
import madoguchi.core.Identification;
import madoguchi.core.InquiryKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Opened;
import madoguchi.core.Presentation;
import madoguchi.core.Reply;
import madoguchi.core.TokenKind;
import madoguchi.desk.Desk;
import madoguchi.reader.Camera;
import madoguchi.reader.Device;
import madoguchi.reader.DriverDevice;
import madoguchi.reader.HubCentre;
import madoguchi.reader.Pin;
import madoguchi.terminal.FolderTerminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** 読み取りを測る – a whole reading with PIN and consents, step by step, from the card laid down to the arrival at the desk and in {@code face/}: a virtual card of the town, first in this process, then through a pcscd of our own. The patient's time is not in it. */
@Command(
        name = "reader",
        mixinStandardHelpOptions = true,
        description = "カードを置いてから受付に着くまでを段階ごとに測る / time a whole reading, from the card to the desk")
final class BenchReaderCommand implements Callable<Integer> {

    private static final String PERSON = "mihon-hanako";

    @Option(names = "--rounds", defaultValue = "20", description = "回数 / how many times (default: ${DEFAULT-VALUE})")
    int rounds = 20;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("madoguchi-bench-reader");
        try (Server town = Server.start(settings(data))) {
            VirtualCard card = town.bean(TownCards.class).of(PERSON, TokenKind.CARD);
            VirtualReader here = new VirtualReader();
            here.insert(card);
            print("このプロセスの中 / in this process", measured(town, here));
            throughPcscd(town, card);
        }
        return 0;
    }

    private void throughPcscd(Server town, VirtualCard card) throws InterruptedException {
        Optional<Pcscd> pcscd = Pcscd.started();
        if (pcscd.isEmpty()) {
            System.out.println("pcscd: " + Pcscd.trouble().orElse(""));
            return;
        }
        CardTransport transport = pcscd.get().transport();
        long begun = System.nanoTime();
        try (VpcdPlug _ = VpcdPlug.plug(card, pcscd.get().slot(0)).toOptional().orElseThrow()) {
            Presence now = Presence.EMPTY;
            while (now != Presence.ONE) {
                now = transport.awaitChange(now, Duration.ofSeconds(1));
            }
            System.out.printf("%9.2f  pcscd がカードに気づくまで / until pcscd notices the card (once)%n", since(begun));
            print("pcscd を通して / through pcscd", measured(town, transport));
        }
    }

    private Map<String, List<Double>> measured(Server town, CardTransport transport) {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        Once once = new Once(town, transport);
        once.read(new LinkedHashMap<>()); // The first opens files and makes keys.
        for (int round = 0; round < rounds; round++) {
            Map<String, Double> steps = new LinkedHashMap<>();
            once.read(steps);
            steps.put("合計 / whole", steps.values().stream().mapToDouble(x -> x).sum());
            steps.forEach((name, took) ->
                    millis.computeIfAbsent(name, key -> new ArrayList<>()).add(took));
        }
        return millis;
    }

    /** One reading. */
    private static final class Once {

        private final CardHub hub;
        private final Desk desk;
        private final FolderTerminal terminal;
        private final Caller caller;
        private final Device device;

        Once(Server town, CardTransport transport) {
            this.hub = town.bean(LateCardHub.class);
            this.desk = town.bean(Desk.class);
            this.terminal = town.bean(FolderTerminal.class);
            this.caller = new Caller(town.bean(Settings.class).facility(), "kiosk", "bench");
            this.device = new DriverDevice(transport, transport, Camera.none(), new HubCentre(hub, caller));
        }

        void read(Map<String, Double> steps) {
            LocalDate today = LocalDate.now(Clock.system(Server.TOKYO));
            timed(steps, "カードを開いて証明書を読む / open the card, read the certificate", device::read);
            Challenged.Issued nonce =
                    (Challenged.Issued) timed(steps, "乱数をもらう / nonce from the centre", () -> hub.challenge(caller));
            Device.Signing.Signed signed = (Device.Signing.Signed) timed(
                    steps,
                    "暗証番号と署名 / PIN and signature",
                    () -> device.sign(nonce.nonce(), Identification.PIN, Pin.read(TownCards.PIN)));
            Opened.Admitted opened = (Opened.Admitted) timed(
                    steps,
                    "検証・失効確認・資格の回答 / verification, revocation, answer",
                    () -> hub.open(new Presentation(
                            nonce.name(),
                            signed.certificate(),
                            signed.signature(),
                            TokenKind.CARD,
                            Identification.PIN,
                            today,
                            false,
                            caller)));
            Consented.Recorded consented = (Consented.Recorded) timed(
                    steps,
                    "同意の登録 / consents",
                    () -> hub.consent(
                            new ConsentAnswers(opened.opening(), Set.of(ConsentScope.MEDICINES), Set.of(), caller)));
            Reply reply = consented.reply();
            timed(steps, "受付の記録に着く / written at the desk", () -> {
                desk.arrivals().arrived(new Arrival(UUID.randomUUID().toString(), today, InquiryKind.CARD, reply));
                return reply;
            });
            timed(steps, "face/ のXML / the XML in face/", () -> terminal.push(reply, today));
        }

        private static <T> T timed(Map<String, Double> steps, String name, Supplier<T> step) {
            long begun = System.nanoTime();
            T result = step.get();
            steps.put(name, since(begun));
            return result;
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private void print(String title, Map<String, List<Double>> millis) {
        System.out.printf("%n%s: %d 回。ミリ秒、中央値と最大 / milliseconds, median and largest%n", title, rounds);
        millis.forEach((name, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf("%9.2f %9.2f  %s%n", sorted.get(sorted.size() / 2), sorted.getLast(), name);
        });
    }

    private static Settings settings(Path data) throws IOException {
        return new Settings(
                Role.ALL,
                true,
                data,
                data.resolve("pki"),
                Settings.checkpointsIn(data),
                Optional.empty(),
                new Settings.Staff("localhost", free()),
                free(),
                URI.create("https://localhost:1"),
                new MedicalInstitutionCode("1319999913"),
                "みなと架空診療所",
                Optional.of(data.resolve("oqs")),
                Optional.empty(),
                false,
                Settings.Rules.standard(data, URI.create("https://localhost:1")));
    }

    private static int free() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
