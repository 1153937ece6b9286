package madoguchi.app;

import static madoguchi.app.StaffClient.where;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.core.Answer;
import madoguchi.core.Arrival;
import madoguchi.core.InquiryKind;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import madoguchi.desk.Desk;
import madoguchi.town.Town;
import madoguchi.town.Townsperson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways (ii) and (iv) of the design from end to end: two cards nobody can read, a declaration, the month's claims, the agency, and what comes back. Yui's new insurer registers her only after the claim was made
 * (the town's late registration), so the agency finds her; for Tarou the clerk sends a dummy number without its remarks, which comes back and is claimed again.
 */
class UnidentifiedClaimTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final LocalDate VISIT = LocalDate.of(2026, 11, 21);
    private static final String CLINIC = "1319999913";
    private static final Townsperson YUI = Town.load().person("shiken-yui");
    private static final Townsperson TAROU = Town.load().person("kakuu-tarou");

    /** The row Yui's new insurer sends at last, in the columns of its other files. */
    private static final String LATE = """
            異動区分,個人番号,保険者番号,記号,番号,枝番,被保険者証区分,本人家族,被保険者氏名,氏名,氏名カナ,性別1,生年月日,郵便番号,住所,資格取得年月日,資格喪失年月日,喪失事由,交付年月日,有効開始年月日,有効終了年月日,保険者名称
            1,000000000078,06139984,510,377,02,01,2,試験　健一,試験　ゆい,ｼｹﾝ ﾕｲ,2,20150707,100-9999,東京都架空区試験町1-2-3,20261001,,,20261001,20261001,,架空商事健康保険組合
            """;

    @TempDir
    private Path folder;

    @Test
    void aCardNobodyCanReadIsClaimedAsUnidentifiedFoundByTheAgencyAndAnswered() throws Exception {
        try (DemoTown town = DemoTown.open()) {
            StaffClient clerk = StaffClient.signedIn(town, DemoLogin.ALL.getFirst());
            String yui = unreadable(town, clerk, "yui");
            declared(clerk, yui, YUI);
            String tarou = unreadable(town, clerk, "tarou");
            declared(clerk, tarou, TAROU);
            town.clock.forward(Duration.ofDays(3));
            contacted(clerk, yui);

            town.clock.forward(Duration.ofDays(9));
            String check = checked(clerk, claimsComputer());
            assertThat(clerk.get(check)).contains("C-DUMMY", "試験　ゆい", "架空　太郎");
            assertThat(where(clerk.post(check + "/receipts/1", Map.of("form", "UNIDENTIFIED"))))
                    .isEqualTo(check + "/changes");
            byte[] claims = clerk.fetch(check + "/corrected").body();
            assertThat(new String(claims, CP932))
                    .contains(
                            "HO,77777777,,777777777,1,291,,,,,,,,,",
                            "CO,01,1,820000246,",
                            "CO,01,1,830000501,シケン　ユイ",
                            "CO,01,1,830000503,架空商事健康保険組合",
                            "CO,01,1,830000505,東京都架空区試験町１－２－３",
                            "CO,01,1,830000508,令和８年１１月２４日");

            MachineClient clinic = new MachineClient(town, CLINIC);
            HttpResponse<String> taken = clinic.send(claims);
            assertThat(taken.body()).contains("\"ACCEPTED\"", "\"accepted\":2");
            String reception = taken.body().replaceAll("(?s).*\"reception\":\"([^\"]+)\".*", "$1");

            registered(town);
            settled(town);
            assertThat(payer("06139984"))
                    .contains(
                            "HO,77777777,,777777777,1,291,,,,,,,,,",
                            "SN,1,04,06139984,510,377,02,,",
                            "CO,01,1,830000508,令和８年１１月２４日");

            String letter = clinic.get("/" + reception + "/results.csv").body();
            assertThat(letter).contains(",TRANSFERRED,04,S-11,", ",RETURNED_INCOMPLETE,,S-11-BACK,");
            clerk.get("/claims/results");
            assertThat(text(clerk.upload("/claims/results", "kekka.csv", letter.getBytes(StandardCharsets.UTF_8))))
                    .contains("2 件を取り込みました");
            String work = clerk.get("/claims/results");
            assertThat(work)
                    .contains("data-outcome=\"TRANSFERRED\"", "その保険者へ請求します", "06139984 510 377 02")
                    .contains("data-outcome=\"RETURNED_INCOMPLETE\"")
                    .as("both lead back to their receptions")
                    .contains(yui, tarou);

            claimedAgain(clerk, work, tarou);
        }
    }

    /** The returned receipt: its reception confirms the coverage, then the file is made anew. */
    private static void claimedAgain(StaffClient clerk, String work, String tarou) throws Exception {
        String again = work.replaceFirst("(?s).*(/claims/results/\\d+/reclaim).*", "$1");
        assertThat(clerk.fetch(again).statusCode()).as("nothing confirmed yet").isEqualTo(422);
        Map<String, String> number = Map.of(
                "visit-id", tarou.substring("/receptions/".length()),
                "insurer", TAROU.id().insurer().digits(),
                "symbol", TAROU.id().symbol().orElse(""),
                "number", TAROU.id().number(),
                "branch", TAROU.id().branch().orElse(""),
                "birth", TAROU.birth().toString().replace("-", ""),
                "day", "R8.11.21",
                "shown", "CARD_UNREADABLE",
                "visit", "FIRST");
        where(clerk.post("/inquiry", number));
        Instant deadline = Instant.now().plusSeconds(20);
        while (clerk.fetch(again).statusCode() == 422) {
            assertThat(Instant.now()).as("the hub answers").isBefore(deadline);
        }
        assertThat(new String(clerk.fetch(again).body(), CP932))
                .contains("HO," + TAROU.id().insurer().paddedWithSpaces() + ","
                        + TAROU.id().symbol().orElse("") + "," + TAROU.id().number() + ",1,291")
                .contains(",202612,")
                .doesNotContain("77777777", "820000246", "ユイ");
        String seq = again.replaceAll("\\D", "");
        where(clerk.post("/claims/results/" + seq + "/done", Map.of()));
        assertThat(clerk.get("/claims/results")).contains("class=\"done\"");
    }

    /** The reader is out of order: the card arrives unread, and neither screen nor notice is at hand. */
    private static String unreadable(DemoTown town, StaffClient clerk, String who) throws Exception {
        town.server
                .bean(Desk.class)
                .arrivals()
                .arrived(new Arrival(
                        who,
                        VISIT,
                        InquiryKind.CARD,
                        Reply.of(
                                new Answer.Unreachable(
                                        Answer.Cause.TERMINAL, Optional.empty(), Text.same("reader out of order")),
                                town.clock.instant())));
        String list = clerk.get("/part/list");
        String path = list.replaceFirst("(?s).*?(/receptions/[^\"?]+)\".*", "$1");
        clerk.get(path);
        where(clerk.post(path + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "FIRST")));
        where(clerk.post(path + "/confirm", Map.of("evidence", "NEITHER")));
        return path;
    }

    private static void declared(StaffClient clerk, String path, Townsperson person) throws Exception {
        String visit = path.substring("/receptions/".length());
        clerk.get("/declarations/new/" + visit);
        Map<String, String> sheet = new HashMap<>(Map.of(
                "visit", visit,
                "has-insurance", "on",
                "insurance-kind", "employees",
                "insurer-name", "架空商事健康保険組合",
                "employer", "架空商事株式会社",
                "copayment-rate", "thirty",
                "name", person.chart().written(),
                "kana", person.chart().reading(),
                "birth-date", person.birth().toString().replace("-", ""),
                "sex", "2"));
        sheet.putAll(Map.of(
                "address", "東京都架空区試験町1-2-3",
                "date", "R8.11.21",
                "signature", "試験　健一",
                "phone", "090-0000-0000",
                "entered", "on-screen"));
        where(clerk.post("/declarations", sheet));
        assertThat(clerk.get(path)).contains("仮・申立書");
    }

    private static void contacted(StaffClient clerk, String path) throws Exception {
        clerk.get(path);
        where(clerk.post(path + "/contacted", Map.of("contact-outcome", "NO_ANSWER", "contact-on", "R8.11.24")));
    }

    private static String checked(StaffClient clerk, byte[] file) throws Exception {
        clerk.get("/claims");
        String path = where(clerk.upload("/claims/upload", "RECEIPTC.UKE", file));
        Instant deadline = Instant.now().plusSeconds(20);
        while (clerk.get(path + "/part").contains("UNDER_WAY")) {
            assertThat(Instant.now()).isBefore(deadline);
        }
        return path;
    }

    /** Both receipts as a claims computer makes them when no number was typed: sevens, and for Tarou the remark 不詳 without the eight items. */
    private static byte[] claimsComputer() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of("IR,1,13,1,9999913,,みなと架空診療所,202612,00,03-0000-0000"),
                                Stream.concat(
                                        receipt(1, YUI, "1116", ""), receipt(2, TAROU, "1112", "CO,01,1,820000246,"))),
                        Stream.of("GO,2,582,99"))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining("", "", "\u001a"))
                .getBytes(CP932);
    }

    private static Stream<String> receipt(int number, Townsperson person, String type, String remark) {
        String marks = IntStream.rangeClosed(1, 31)
                .mapToObj(day -> day == VISIT.getDayOfMonth() ? "1" : "")
                .collect(Collectors.joining(","));
        return Stream.of(
                        "RE,%d,%s,202611,%s,2,%s,,,,,,,K000%d%s%s,"
                                .formatted(
                                        number,
                                        type,
                                        person.chart().written(),
                                        person.birth().toString().replace("-", ""),
                                        number,
                                        ",".repeat(23),
                                        person.chart().reading().replaceAll("\\s|　", "")),
                        "HO,77777777,,777777777,1,291,,,,,,,,,",
                        "SN,1,01,,,,,,",
                        "JD,1," + marks,
                        "MF,00" + ",".repeat(31),
                        "SY,8830592,20261121,1,,,01,",
                        remark,
                        "SI,11,1,111000110,,291,1,,,,,,," + marks)
                .filter(line -> !line.isEmpty());
    }

    private void registered(DemoTown town) throws Exception {
        Path late = Files.writeString(folder.resolve("late.csv"), LATE);
        assertThat(Spoken.by("import", "--data", town.settings.data().toString(), late.toString())
                        .code())
                .isZero();
    }

    private void settled(DemoTown town) {
        assertThat(Spoken.by(
                                "review",
                                "settle",
                                "--month",
                                "2026-12",
                                "--out",
                                folder.resolve("out").toString(),
                                "--data",
                                town.settings.data().toString())
                        .out())
                .contains("2026-12-1: 2 件");
    }

    private String payer(String insurer) throws Exception {
        return Files.readString(folder.resolve("out/2026-12-1/payers/1/" + insurer + "/RECEIPTC.UKE"), CP932);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
