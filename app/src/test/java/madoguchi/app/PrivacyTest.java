package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import madoguchi.core.Caller;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.hub.HubApi;
import madoguchi.hub.Registrations;
import madoguchi.hub.Source;
import madoguchi.json.CoreJson;
import madoguchi.town.Batch;
import madoguchi.town.Town;
import madoguchi.town.Townsperson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day in the sample town, good inquiries and hostile ones: nobody's data comes into a log line, and no My Number into the database. */
class PrivacyTest {

    private static final Queue<String> LOG = new ConcurrentLinkedQueue<>();
    private static final List<Integer> STATUS = new ArrayList<>();

    private static DemoTown demo;
    private static Town town;

    @BeforeAll
    static void aDay() throws Exception {
        listen();
        demo = DemoTown.open();
        town = demo.server.bean(Town.class);
        askAboutEverybody();
        askBadly();
        importBadly();
        signInBadly();
        LOG.addAll(Files.readAllLines(demo.settings.data().resolve("postgres/server.log")));
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    /** Everything down to INFO of every library, and DEBUG of our own. */
    private static void listen() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        context.getLogger("madoguchi").setLevel(Level.DEBUG);
        AppenderBase<ILoggingEvent> listening = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                LOG.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        };
        listening.setContext(context);
        listening.start();
        root.addAppender(listening);
    }

    private static void askAboutEverybody() throws Exception {
        for (Townsperson person : town.people()) {
            post(inquiry(person, demo.settings.facility().digits()));
            for (CardSerial card : town.card(person).stream().toList()) {
                post(byCard(card, demo.settings.facility().digits()));
            }
        }
    }

    private static void askBadly() throws Exception {
        String good = inquiry(town.people().getFirst(), demo.settings.facility().digits());
        post(inquiry(town.people().getFirst(), "1310000001"));
        post(good.substring(0, good.length() / 2));
        post(good.replace(
                town.people().getFirst().birth().toString(),
                "born " + town.people().getFirst().birth()));
        post(good.replace(
                "\"insured\":{", "\"insured\":{\"" + chart(town.people().getFirst()) + "\":1,"));
        post("");
        post("\"" + good.replace("\"", "'") + "\"");
    }

    private static void importBadly() {
        Registrations registrations = demo.server.bean(Registrations.class);
        for (Batch batch : town.batches()) {
            String text = text(batch.bytes());
            registrations.take(bytes("cut-" + batch.fileName(), text.substring(0, text.length() * 2 / 3)), lines -> {});
            registrations.take(bytes("quoted-" + batch.fileName(), text.replaceFirst("\n", "\n\"")), lines -> {});
        }
    }

    /** Someone types a patient's name and number where a log-in belongs. */
    private static void signInBadly() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Townsperson person = town.people().getFirst();
        String form = "username=" + chart(person) + "&password=" + person.id().number();
        for (String path : List.of("/login", "/town/card", "/visits", "/error")) {
            browser.send(
                    HttpRequest.newBuilder(URI.create(demo.url(path)))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    @Test
    void theDayWasARealOne() {
        assertThat(STATUS.stream().filter(status -> status == 200))
                .hasSizeGreaterThanOrEqualTo(town.people().size());
        assertThat(STATUS).contains(400, 403).doesNotContain(500);
        assertThat(myNumbers()).hasSizeGreaterThan(20);
        assertThat(LOG).isNotEmpty();
    }

    @Test
    void noPersonIsNamedInAnyLogLine() {
        assertThat(secrets()).hasSizeGreaterThan(100);
        for (String secret : secrets()) {
            assertThat(LOG).noneMatch(line -> line.contains(secret));
        }
    }

    @Test
    void noMyNumberIsAnywhereInTheDatabase() {
        JdbcClient database = JdbcClient.create(demo.server.bean(DataSource.class));
        List<String> tables = database.sql(
                        "select table_schema || '.' || table_name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        assertThat(tables).contains("hub.fact", "hub.person", "hub.verification", "hub.batch");
        for (String table : tables) {
            String rows = String.join(
                    "\n",
                    database.sql("select t::text from " + table + " t")
                            .query(String.class)
                            .list());
            assertThat(myNumbers()).as(table).noneMatch(rows::contains);
        }
    }

    @Test
    void aPersonsOwnDigestsAreNotThoseAnyoneCouldCompute() throws Exception {
        JdbcClient database = JdbcClient.create(demo.server.bean(DataSource.class));
        Set<String> kept = new TreeSet<>(database.sql("select encode(digest, 'hex') from hub.person")
                .query(String.class)
                .list());
        for (String number : myNumbers()) {
            byte[] plain = java.security.MessageDigest.getInstance("SHA-256")
                    .digest(number.getBytes(StandardCharsets.US_ASCII));
            assertThat(kept).doesNotContain(java.util.HexFormat.of().formatHex(plain));
        }
    }

    private static void post(String body) throws Exception {
        HttpClient machine = Tls.client(new DevelopmentCa(demo.settings.pki(), demo.clock), "1319999913");
        STATUS.add(machine.send(
                        HttpRequest.newBuilder(
                                        URI.create("https://localhost:" + demo.settings.machinePort() + HubApi.PATH))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode());
    }

    private static String inquiry(Townsperson person, String facility) {
        return CoreJson.mapper()
                .writeValueAsString(Inquiry.byNumber(
                        person.id(),
                        person.birth(),
                        LocalDate.of(2026, 11, 21),
                        true,
                        new Caller(new MedicalInstitutionCode(facility), "test", "test")));
    }

    private static String byCard(CardSerial card, String facility) {
        return CoreJson.mapper()
                .writeValueAsString(Inquiry.byCard(
                        card,
                        LocalDate.of(2026, 11, 21),
                        new Caller(new MedicalInstitutionCode(facility), "test", "test")));
    }

    /** Names as charted, numbers, cards, dates of birth, and every My Number. */
    private static Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(myNumbers());
        for (Townsperson person : town.people()) {
            secrets.add(chart(person));
            town.card(person).ifPresent(card -> secrets.add(card.serial()));
            secrets.add(person.birth().toString());
            secrets.add(person.birth().toString().replace("-", ""));
            person.ids().values().forEach(id -> secrets.add(id.number()));
        }
        secrets.removeIf(secret -> secret.matches("\\d{1,5}")); // any time or port may contain so short a number
        return secrets;
    }

    private static String chart(Townsperson person) {
        return person.chart().written();
    }

    private static Set<String> myNumbers() {
        Set<String> numbers = new TreeSet<>();
        for (Batch batch : town.batches()) {
            List<String> lines = new BufferedReader(new StringReader(text(batch.bytes())))
                    .lines()
                    .toList();
            int column =
                    List.of(lines.getFirst().replace("\ufeff", "").split(",")).indexOf("個人番号");
            if (column >= 0) {
                lines.stream().skip(1).forEach(line -> numbers.add(line.split(",", -1)[column]));
            }
        }
        return numbers;
    }

    private static Source bytes(String name, String text) {
        return Source.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException shiftJis) {
            return new String(bytes, Charset.forName("windows-31j"));
        }
    }
}
