package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import madoguchi.charge.LedgerEntry;
import madoguchi.charge.LedgerFact;
import madoguchi.charge.Service;
import org.junit.jupiter.api.Test;

/** The ledger of ceilings at the desk, where the hub keeps one for all facilities, keeps none, or cannot be reached. */
class SubsidySharedLedgerTest extends SubsidyReceptions {

    private static final Map<String, String> TODAY =
            Map.of("service", "MEDICAL_OUTPATIENT", "cost", "10000", "paid", "500");

    private static LedgerFact elsewhere(long yen) {
        return new LedgerFact.Entered(new LedgerEntry(
                LocalDate.of(2026, 5, 2), "架空薬局", Service.PHARMACY, 20_000, yen, LedgerEntry.Source.PMH));
    }

    private String ledger() {
        return arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000))) + "/subsidies/f0/ledger";
    }

    @Test
    void whatAnotherFacilityTookCountsForTheChargeAndCannotBeTakenBackHere() {
        LEDGER.is(HubLedger.Way.KEPT);
        LEDGER.elsewhere(elsewhere(4_800));
        String ledger = ledger();
        assertThat(pages.get(ledger).body())
                .contains("共有の管理票（ハブ）")
                .contains("残り <strong>200円")
                .contains("ほかの施設")
                .doesNotContain("/strike");
        assertThat(act(ledger.replace("/subsidies/f0/ledger", ""), "charge", Map.of("total", "10000", "rate", "30"))
                        .body())
                .contains("id=\"collect\">200円")
                .contains("name=\"seen\" value=\"4800\"");
        assertThat(pages.post(ledger + "/2026-05/entry", TODAY).statusCode()).isEqualTo(303);
        assertThat(pages.get(ledger).body()).contains("id=\"reached\"").contains("/strike");
    }

    /* Each reading is a look that the patient is told of, and with a hub that hangs a wait of seconds. */
    @Test
    void theChargeOfOnePageReadsALedgerOnce() {
        LEDGER.is(HubLedger.Way.DOWN);
        String reception = ledger().replace("/subsidies/f0/ledger", "");
        assertThat(LEDGER.readings()).isZero();
        assertThat(act(reception, "charge", Map.of("total", "10000", "rate", "30"))
                        .body())
                .contains("紙の管理票の累積額と見比べてください");
        assertThat(LEDGER.readings()).isEqualTo(1);
    }

    @Test
    void aClerkWhoSawAnOlderTotalIsShownTheNewOne() {
        LEDGER.is(HubLedger.Way.KEPT);
        String ledger = ledger();
        LEDGER.elsewhere(elsewhere(1_000));
        HttpResponse<String> late = pages.post(
                ledger + "/2026-05/lines", Map.of("total", "ALL", "seen", "0", "lines", "3,架空病院,医科,9000,100"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("いまの累積額は1000円です").contains("3,架空病院,医科,9000,100");
    }

    @Test
    void whileTheHubIsOutOfReachNothingIsWrittenAndThePaperGoesOn() {
        LEDGER.is(HubLedger.Way.DOWN);
        String ledger = ledger();
        assertThat(pages.get(ledger).body())
                .contains("id=\"ledger-down\"")
                .contains("ほかの施設の分は紙で確かめてください")
                .contains("分かりません")
                .doesNotContain("残り <strong>")
                .doesNotContain("この月の記入はまだありません");
        HttpResponse<String> lost = pages.post(ledger + "/2026-05/entry", TODAY);
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.body()).contains("id=\"refused\"").contains("共有の上限額管理票に届きません");
        assertThat(act(ledger.replace("/subsidies/f0/ledger", ""), "charge", Map.of("total", "10000", "rate", "30"))
                        .body())
                .contains("紙の管理票の累積額と見比べてください");
        LEDGER.is(HubLedger.Way.KEPT);
        assertThat(pages.get(ledger).body()).contains("この月の記入はまだありません").doesNotContain("id=\"ledger-down\"");
    }

    @Test
    void linesOfBeforeAreHandedOverOrTakenBackOneByOne() {
        String ledger = ledger();
        pages.post(
                ledger + "/2026-05/lines",
                Map.of("total", "ALL", "seen", "0", "lines", "2,架空薬局,薬局,20000,1000\n3,架空病院,医科,9000,1800"));
        LEDGER.is(HubLedger.Way.KEPT);
        LEDGER.elsewhere(elsewhere(1_000));
        assertThat(pages.get(ledger).body())
                .contains("この施設だけにある記入")
                .contains("同じ日・同じ額の行が共有の票にあります")
                .contains("残り <strong>4,000円");
        assertThat(pages.post(ledger + "/2026-05/drop", Map.of("total", "ALL", "no", "1"))
                        .statusCode())
                .isEqualTo(303);
        Map<String, String> second = Map.of("total", "ALL", "no", "2", "seen", "1000");
        assertThat(pages.post(ledger + "/2026-05/hand-over", second).statusCode())
                .isEqualTo(303);
        assertThat(pages.get(ledger).body())
                .contains("残り <strong>2,200円")
                .contains("架空病院")
                .doesNotContain("この施設だけにある記入");
        assertThat(pages.post(ledger + "/2026-05/hand-over", second).statusCode())
                .isEqualTo(422);
    }
}
