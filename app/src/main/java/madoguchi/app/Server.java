package madoguchi.app;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.account.SignIn;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** 動いている一つの役割 – a started process part: its database, if embedded, and its web server. Closing stops both, in order. */
final class Server implements AutoCloseable {

    /** 日本時間 – business days are days in Tokyo. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final String LARGEST_UPLOAD = "32MB";

    private final ConfigurableApplicationContext context;
    private final Optional<StartingDatabase> database;

    private Server(ConfigurableApplicationContext context, Optional<StartingDatabase> database) {
        this.context = context;
        this.database = database;
    }

    /** Starts everything the settings ask for, on the system's clock. */
    static Server start(Settings settings) throws IOException {
        return start(settings, Clock.system(TOKYO));
    }

    /** Starts everything on a given clock, for tests that move time. */
    static Server start(Settings settings, Clock clock) throws IOException {
        Ports.free(settings);
        Optional<StartingDatabase> database = settings.databaseUrl().isPresent()
                ? Optional.empty()
                : Optional.of(StartingDatabase.of(settings.data()));
        try {
            return new Server(
                    application(
                                    settings,
                                    clock,
                                    () -> new DatabaseUrl(settings.databaseUrl()
                                            .orElseGet(
                                                    () -> database.orElseThrow().url())))
                            .run(),
                    database);
        } catch (RuntimeException failed) {
            if (database.isPresent()) {
                database.get().close();
            }
            throw failed;
        }
    }

    private static SpringApplication application(Settings settings, Clock clock, Supplier<DatabaseUrl> url) {
        List<Class<?>> wirings = new ArrayList<>(
                List.of(CommonWiring.class, RulesWiring.class, RulebookWiring.class, FacilitiesWiring.class));
        if (settings.role().hasHub()) {
            wirings.add(HubWiring.class);
            wirings.add(SubsidyWiring.class);
            wirings.add(CardWiring.class);
            wirings.add(SurveyWiring.class);
            wirings.add(FacilityListsWiring.class);
            wirings.add(PortalWiring.class);
            wirings.add(settings.cardTrust().isPresent() ? TrustedCardWiring.class : SimulatedCardWiring.class);
        }
        if (settings.role().hasHub() && settings.role().hasClinic()) {
            wirings.add(SurveyConsentWiring.class);
        }
        wirings.add(settings.role().hasHub() ? StatsWiring.Nation.class : StatsWiring.DeskAlone.class);
        if (settings.role().hasReview()) {
            wirings.add(ReviewWiring.class);
        }
        if (settings.role().hasClinic()) {
            wirings.add(ClinicWiring.class);
            wirings.add(DeclarationWiring.class);
            wirings.add(ClaimsWiring.class);
            wirings.add(GrantRegisterWiring.class);
            wirings.add(StatsWiring.Clinic.class);
            wirings.add(AssistWiring.class);
            wirings.add(LeafletWiring.class);
        }
        if (settings.officialFolder().isPresent()) {
            wirings.add(OfficialTerminalWiring.class);
        }
        if (settings.oqsFolder().isPresent()) {
            wirings.add(TestBenchWiring.class);
        }
        if (settings.demo()) {
            wirings.add(TownWiring.class);
        }
        if (settings.hasKiosk()) {
            wirings.add(KioskWiring.class);
            wirings.add(settings.demo() ? TownKioskWiring.class : PcscKioskWiring.class);
        }
        if (settings.demo()) {
            wirings.add(TownPortalWiring.class);
        }
        SpringApplication application = new SpringApplication(wirings.toArray(Class<?>[]::new));
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(Clock.class, () -> clock);
            beans.registerBean(DatabaseUrl.class, url);
        });
        return application;
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>(SignIn.SESSION_PROPERTIES);
        properties.put("server.address", settings.staff().address());
        properties.put("server.port", settings.staff().port());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        properties.put("spring.threads.virtual.enabled", "true");
        properties.put("spring.main.log-startup-info", "false");
        properties.put("spring.mvc.log-request-details", "false");
        properties.put("spring.jmx.enabled", "false");
        // An uploaded registration file carries My Numbers: it stays in memory, and larger ones are for the command
        // line.
        properties.put("spring.servlet.multipart.file-size-threshold", LARGEST_UPLOAD);
        properties.put("spring.servlet.multipart.max-file-size", LARGEST_UPLOAD);
        properties.put("spring.servlet.multipart.max-request-size", LARGEST_UPLOAD);
        // A larger one is read to its end and thrown away, so that the browser shows why it was not taken: a broken
        // connection says nothing.
        properties.put("server.tomcat.max-swallow-size", "2000MB");
        if (!settings.staff().isLoopback()) {
            properties.put("server.servlet.session.cookie.secure", "true");
        }
        return properties;
    }

    /** A bean of the running process, for the demo's greeting and for tests. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The port of the staff's screens as bound; differs from the settings when they say 0. */
    int staffPort() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() throws IOException {
        context.close();
        if (database.isPresent()) {
            database.get().close();
        }
    }

    /**
     * データベースの場所.
     *
     * @param jdbc JDBC address
     */
    record DatabaseUrl(String jdbc) {}
}
