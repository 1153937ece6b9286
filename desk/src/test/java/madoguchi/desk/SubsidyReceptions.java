package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.Arrival;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.policy.SubsidyProof;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Receptions of patients with subsidies, over real HTTP: one desk for all these tests, with a fresh database for each. It ends with the process. */
abstract class SubsidyReceptions {

    static final MovableClock CLOCK = new MovableClock(Sample.MORNING);
    static final ScriptedHub HUB = new ScriptedHub(inquiry -> Sample.active(Sample.HANAKO));
    static final DelegatingDataSource DATABASE = new DelegatingDataSource(Database.fresh("desk", Desk::migrate));
    static final HubLedger LEDGER = new HubLedger();
    private static final ConfigurableApplicationContext APP = TinyApp.start(DATABASE, HUB, LEDGER, CLOCK);
    static final LocalDate LAST_OLD_DAY = LocalDate.of(2026, 5, 24);

    final PageClient pages = new PageClient(APP);
    private final Desk desk = APP.getBean(Desk.class);
    private int arrivals;

    @BeforeEach
    void begin() {
        DATABASE.setTargetDataSource(Database.fresh("desk", Desk::migrate));
        CLOCK.set(Sample.MORNING);
        LEDGER.begin();
        HUB.answers(inquiry -> Sample.active(Sample.HANAKO));
    }

    String arrives(LocalDate day, Reply reply) {
        CLOCK.set(day.atTime(0, 5).toInstant(java.time.ZoneOffset.UTC).plusSeconds(arrivals));
        desk.arrivals().arrived(new Arrival("a" + arrivals++, day, InquiryKind.CARD, reply));
        return pages.newest();
    }

    String page(String reception) {
        return pages.get(reception + "/subsidies").body();
    }

    HttpResponse<String> act(String reception, String deed, Map<String, String> form) {
        return pages.post(reception + "/subsidies/" + deed, form);
    }

    /** Accepts what the page shows. */
    HttpResponse<String> accept(String reception, String slot) {
        Matcher print = Pattern.compile(
                        "name=\"slot\" value=\"" + slot + "\"><input type=\"hidden\" name=\"print\" value=\"(\\w+)\"")
                .matcher(page(reception));
        assertThat(print.find()).isTrue();
        return act(reception, "accept", Map.of("slot", slot, "print", print.group(1)));
    }

    void seen(String reception, SubsidyProof proof) {
        assertThat(act(reception, "seen", Map.of("slot", "new", "proof", proof.name()))
                        .statusCode())
                .isEqualTo(303);
    }

    static Map<String, String> keyed() {
        return Map.of(
                "name", "特定医療費（指定難病）受給者証",
                "payer", "54139993",
                "recipient", "5400015",
                "from", "R8.1.1",
                "through", "R8.12.31",
                "ceiling", "10,000",
                "kind", "ALL",
                "origin", "PORTAL_SCREEN");
    }

    /** The slot of the first subsidy on the page that is stored. */
    String slot(String reception) {
        Matcher slot = Pattern.compile("data-slot=\"(s\\d+)\"").matcher(page(reception));
        assertThat(slot.find()).isTrue();
        return slot.group(1);
    }

    static String card(String page, String slot) {
        int at = page.indexOf("data-slot=\"" + slot + "\"");
        return page.substring(at, page.indexOf("</section>", at));
    }

    static Pattern verdict(String word) {
        return Pattern.compile("data-slot=\"new\" data-verdict=\"" + word + "\"");
    }
}
