package madoguchi.facilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import madoguchi.fixture.SmallServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The public lists, the names, and the register, over HTTP and PostgreSQL. */
class FacilityPagesTest {

    private static final SmallServer APP = TinyFacilities.start();
    private static final String OWN = "/facilities/own";

    @AfterAll
    static void stop() {
        APP.close();
    }

    @BeforeEach
    void twoFacilitiesReadPhones() throws Exception {
        TinyFacilities.CLOCK.set("2025-11-19T00:00:00Z");
        TinyFacilities.LEFT_BY_OPERATOR.clear();
        TinyFacilities.PHONES.clear();
        TinyFacilities.PHONES.putAll(Map.of(
                TinyFacilities.NEAR, LocalDate.parse("2025-09-20"), TinyFacilities.FAR, LocalDate.parse("2025-09-19")));
        form(OWN + "/listing", "list=phones&listed=true");
    }

    private static String get(String path) throws Exception {
        return APP.get(path).body();
    }

    private static HttpResponse<String> form(String path, String form) throws Exception {
        return APP.post(path, form);
    }

    private static HttpResponse<String> names(String csv) throws Exception {
        return APP.send("/facilities/operator/names", csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theListHasNamesOrSaysThatItHasNoneByPrefectureAndAsCsv() throws Exception {
        assertThat(names("code,name,prefecture,kind,gone\n1319999913,みなと架空診療所,13,clinic,\n")
                        .body())
                .contains("1施設を登録・変更しました");
        assertThat(get("/facilities/phones.csv").lines())
                .containsExactly(
                        "\uFEFF医療機関コード,スマートフォンで確認できた最初の日,名称,都道府県,種別",
                        "1219999913,2025-09-19,,千葉県,",
                        "1319999913,2025-09-20,みなと架空診療所,東京都,医科診療所");
        assertThat(get("/facilities?prefecture=13"))
                .contains("1 施設", "みなと架空診療所")
                .doesNotContain("1219999913");
        assertThat(get("/facilities?prefecture=12")).contains("（名簿にない）", "1219999913");
        assertThat(get("/facilities?prefecture=47")).contains("まだ確認されていません");
        assertThat(names("code,name,prefecture,kind,gone\n1319999913,みなと架空診療所,13,clinic,\n")
                        .body())
                .contains("0施設を登録・変更しました");
        names("code,name,prefecture,kind,gone\n1319999913,みなと架空診療所,13,clinic,yes\n");
        assertThat(get("/facilities/phones.csv")).doesNotContain("1319999913");
        names("code,name,prefecture,kind,gone\n1319999913,みなと架空クリニック,13,clinic,\n");
        assertThat(get("/facilities")).contains("みなと架空クリニック");
    }

    @Test
    void whoDoesNotWantToStandThereIsGoneAtOnceWhoeverSaysIt() throws Exception {
        form(OWN + "/listing", "list=phones&listed=false");
        assertThat(get("/facilities/phones.csv")).doesNotContain("1319999913").contains("1219999913");
        form("/facilities/operator/wishes", "code=1319999913&list=phones&listed=true");
        assertThat(get("/facilities/phones.csv")).contains("1319999913");
        TinyFacilities.LEFT_BY_OPERATOR.add("1319999913");
        assertThat(get("/facilities/phones.csv")).doesNotContain("1319999913");
    }

    @Test
    void aListThatNothingTellsIsNotAnEmptyList() throws Exception {
        assertThat(get("/facilities?list=subsidies")).contains("対応する施設がないという意味ではありません");
        assertThat(APP.get("/facilities/subsidies.csv").statusCode()).isEqualTo(404);
        assertThat(APP.get("/facilities/nothing.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void theListOfHomeConsentSaysPlainlyThatNoneWasSeenAndHonoursWhoDoesNotWantToStandThere() throws Exception {
        TinyFacilities.VISITS.clear();
        assertThat(get("/facilities?list=home-consent")).contains("まだ一つの施設も確認されていません", "同意を初めて登録した日に載ります");
        assertThat(get("/facilities/home-consent.csv").lines()).hasSize(1);
        TinyFacilities.VISITS.put(TinyFacilities.NEAR, LocalDate.parse("2025-11-18"));
        assertThat(get("/facilities/home-consent.csv")).contains("1319999913,2025-11-18,");
        form(OWN + "/listing", "list=home-consent&listed=false");
        assertThat(get("/facilities/home-consent.csv").lines()).hasSize(1);
        assertThat(get("/facilities/phones.csv")).contains("1319999913");
        form(OWN + "/listing", "list=home-consent&listed=true");
    }

    @Test
    void aFaultyFileOfNamesIsRefusedWhole() throws Exception {
        HttpResponse<String> refused = names(
                "code,name,prefecture,kind,gone\n1319999914,よい施設,13,clinic,\n12,,99,castle,no\n1319999914,二度目,13,clinic,\n");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "line 3, code",
                        "line 3, name",
                        "line 3, prefecture",
                        "line 3, kind",
                        "line 3, gone",
                        "line 4, code");
        assertThat(names("nonsense").statusCode()).isEqualTo(422);
        TinyFacilities.PHONES.put(
                new madoguchi.core.MedicalInstitutionCode("1319999914"), LocalDate.parse("2025-10-01"));
        assertThat(get("/facilities/phones.csv")).contains("1319999914,2025-10-01,,");
    }

    @Test
    void aClinicUsesOneCouponAHospitalThreeAndTheRegisterStaysAfterTheDeadline() throws Exception {
        String coupon = "programme=phone-reader&day=2025-11-19&cost=14000&facility-kind=";
        assertThat(form(OWN + "/draws", coupon + "clinic&code=A-1").statusCode())
                .isEqualTo(303);
        assertThat(form(OWN + "/draws", coupon + "clinic&code=A-2").body()).contains("クーポンは1つまでで、もう1つ使っています");
        assertThat(form(OWN + "/draws", coupon + "hospital&code=A-1").body()).contains("このクーポンコードはもう台帳にあります");
        assertThat(form(OWN + "/draws", coupon + "hospital&code=A-2").statusCode())
                .isEqualTo(303);
        TinyFacilities.CLOCK.set("2026-04-01T00:00:00Z");
        assertThat(form(OWN + "/draws", coupon.replace("2025-11-19", "2026-01-31") + "hospital&code=A-3")
                        .statusCode())
                .isEqualTo(303);
        assertThat(form(OWN + "/draws", coupon.replace("2025-11-19", "2026-01-31") + "hospital&code=A-4")
                        .body())
                .contains("クーポンは3つまで");
        assertThat(form(OWN + "/draws", coupon.replace("2025-11-19", "2026-02-01") + "hospital&code=A-5")
                        .body())
                .contains("2026年1月31日で終わりました");
        assertThat(form(OWN + "/draws", coupon.replace("2025-11-19", "2026-12-31") + "hospital&code=A-6")
                        .body())
                .contains("まだ来ていない日です");
        String page = get(OWN);
        assertThat(page)
                .contains("A-1", "A-2", "A-3", "7,000", "R-AID-01.hospital")
                .doesNotContain("A-4");
        String line = page.replaceAll("(?s).*?name=\"line\" value=\"([0-9]+)\".*", "$1");
        assertThat(form(OWN + "/cancelled", "line=" + line + "&reason=").statusCode())
                .isEqualTo(422);
        form(OWN + "/cancelled", "line=" + line + "&reason=returned");
        assertThat(get(OWN)).contains("取り消し：returned", "A-1");
    }

    @Test
    void theCalculatorAnswersPeopleAndProgramsWithTheRule() throws Exception {
        assertThat(
                        get(
                                "/grants?programme=home-visit&facility-kind=clinic&day=R8.1.15&cost=171%2C000%E5%86%86&drawn=online-care"))
                .contains("<span id=\"amount\">128,000</span>", "2026-01-15", "R-AID-02.visit");
        assertThat(get("/api/grants?programme=phone-reader&facility-kind=hospital&cost=14000&cost=20000"))
                .contains(
                        "\"verdict\":\"coupons\"",
                        "\"amountYen\":14000",
                        "\"deadline\":\"2026-01-31\"",
                        "\"rule\":\"R-AID-01.hospital\"");
        HttpResponse<String> refused = APP.get("/api/grants?programme=moon&cost=much");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(APP.get("/grants?programme=moon&facility-kind=clinic").statusCode())
                .isEqualTo(422);
        assertThat(get("/grants")).contains("計算する").doesNotContain("id=\"answer\"");
    }

    @Test
    void whatWasWrittenIsNeverChanged() {
        JdbcTemplate jdbc = new JdbcTemplate(APP.bean(DataSource.class));
        for (String table : List.of("facility", "listing", "draw", "draw_cancelled")) {
            assertThatThrownBy(() -> jdbc.execute("delete from facilities." + table))
                    .hasMessageContaining("append-only");
        }
    }
}
