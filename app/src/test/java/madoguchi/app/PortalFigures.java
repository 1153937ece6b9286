package madoguchi.app;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.Caller;
import madoguchi.core.ConsentScope;
import madoguchi.core.Filing;
import madoguchi.core.Inquiry;
import madoguchi.core.Octets;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.hub.RegisterHub;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.portal.Tokens;
import madoguchi.town.Town;
import madoguchi.town.Townsperson;

/**
 * ポータルの速さ – how soon a holder sees that somebody looked, and how soon a consent taken back serves no more. Started by hand ({@code main}, with the number of rounds): the whole demo in this process, a person of the
 * town logged in over HTTP by a virtual card, the page's event stream open. Measured from before an inquiry is asked until the page is told, and from before the form is sent until the register knows no such consent.
 */
final class PortalFigures {

    private static final String PERSON = "mihon-hanako";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final Pattern NONCE =
            Pattern.compile("\"name\"\\s*:\\s*\"([^\"]*)\".*\"nonce\"\\s*:\\s*\"([^\"]*)\"");

    private final DemoTown town;
    private final HttpClient phone =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private PortalFigures(DemoTown town) {
        this.town = town;
    }

    /** Prints a line for each. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        try (DemoTown town = DemoTown.open()) {
            PortalFigures figures = new PortalFigures(town);
            figures.logIn();
            figures.looks(rounds);
            figures.withdrawals(rounds);
        }
        System.exit(0); // The database of the demo has its own threads.
    }

    private void logIn() throws Exception {
        Matcher nonce = NONCE.matcher(send(form("/portal/challenge", Map.of())).body());
        if (!nonce.find()) {
            throw new IllegalStateException("no nonce");
        }
        Tokens.Signing.Signed signed = (Tokens.Signing.Signed)
                town.server.bean(Tokens.class).sign(PERSON, TokenKind.CARD, "1234", Octets.ofBase64(nonce.group(2)));
        int status = send(form(
                        "/portal/enter",
                        Map.of(
                                "nonce", nonce.group(1),
                                "certificate", signed.certificate().base64(),
                                "signature", signed.signature().base64(),
                                "token", TokenKind.CARD.code())))
                .statusCode();
        if (status != 303) {
            throw new IllegalStateException("not logged in: " + status);
        }
    }

    private void looks(int rounds) throws Exception {
        BlockingQueue<Long> told = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> listen(told));
        Thread.sleep(2_000);
        told.clear();
        print("who looked: the open page is told after", rounds, round -> {
            long asked = System.nanoTime();
            town.server.bean(RegisterHub.class).inquire(inquiry());
            Long at = poll(told);
            return at == null ? Double.NaN : (at - asked) / 1e6;
        });
    }

    private void listen(BlockingQueue<Long> told) {
        try {
            phone.send(
                            HttpRequest.newBuilder(URI.create(town.url("/portal/looks/events")))
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.contains("changed"))
                    .forEach(line -> told.add(System.nanoTime()));
        } catch (IOException over) {
            told.clear();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static @org.jspecify.annotations.Nullable Long poll(BlockingQueue<Long> told) {
        try {
            return told.poll(10, TimeUnit.SECONDS);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void withdrawals(int rounds) {
        Registers registers = new Registers(
                town.server.bean(DataSource.class), Optional.of(town.server.bean(RegisterIndex.class)), town.clock);
        print("a consent taken back serves no more after", rounds, round -> {
            town.clock.forward(java.time.Duration.ofSeconds(1));
            registers.file(new Filing.Consent(subject(), Set.of(ConsentScope.MEDICINES), false, caller()));
            town.clock.forward(java.time.Duration.ofSeconds(1));
            String token = token();
            long sent = System.nanoTime();
            send(form(
                    "/portal/consents",
                    Map.of("_csrf", token, "facility", town.settings.facility().digits(), "scope", "MEDICINES")));
            boolean gone = registers
                    .about(subject(), Optional.empty())
                    .consents(town.settings.facility(), town.clock.instant())
                    .isEmpty();
            return gone ? (System.nanoTime() - sent) / 1e6 : Double.NaN;
        });
    }

    private String token() {
        Matcher found = TOKEN.matcher(send(HttpRequest.newBuilder(URI.create(town.url("/portal/consents"))))
                .body());
        return found.find() ? found.group(1) : "";
    }

    private static void print(String what, int rounds, ToDoubleFunction<Integer> measure) {
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            times[round] = measure.applyAsDouble(round);
        }
        Arrays.sort(times);
        System.out.printf(
                "%-44s n=%d  median %.0f ms  p90 %.0f ms  longest %.0f ms%n",
                what, rounds, times[rounds / 2], times[rounds * 9 / 10], times[rounds - 1]);
    }

    private Townsperson person() {
        return town.server.bean(Town.class).people().stream()
                .filter(known -> known.key().equals(PERSON))
                .findFirst()
                .orElseThrow();
    }

    private Subject.ByNumber subject() {
        return new Subject.ByNumber(person().id(), person().birth());
    }

    private Caller caller() {
        return new Caller(town.settings.facility(), "figures", "figures");
    }

    private Inquiry inquiry() {
        LocalDate today = LocalDate.ofInstant(town.clock.instant(), Server.TOKYO);
        return new Inquiry(subject(), today, Optional.empty(), true, false, caller());
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(town.url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return phone.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }
}
