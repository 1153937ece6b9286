package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import madoguchi.core.Answer;
import org.junit.jupiter.api.Test;

/** Certificates keyed in from paper or screen. */
class SubsidyKeyedInTest extends SubsidyReceptions {

    @Test
    void aCertificateKeyedInFromTheScreenIsVerifiedOnlineAtTheNextVisit() {
        String first = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        pages.post(first + "/shown", Map.of("shown", "CARD_UNREADABLE", "visit", "RETURNING"));
        pages.post(
                "/inquiry",
                Map.of(
                        "visit-id", first.substring("/receptions/".length()),
                        "insurer", "138016",
                        "symbol", "12-34",
                        "number", "567890",
                        "branch", "02",
                        "birth", "S62.4.12",
                        "day", "R8.5.25",
                        "shown", "CARD_UNREADABLE",
                        "visit", "RETURNING"));
        PageClient.eventually(() -> pages.get(first).body().contains("● 有効"));
        assertThat(act(first, "key", keyed()).statusCode()).isEqualTo(200);
        assertThat(page(first)).contains("マイナポータルの画面から手入力").contains("次の受付でオンラインで確かめます");

        String second = arrives(Sample.DAY.plusDays(7), Sample.active(Sample.HANAKO));
        assertThat(card(page(second), slot(second))).contains("まだオンラインで確認できていません");

        String third = arrives(Sample.DAY.plusDays(14), SubsidySample.found(SubsidySample.nanbyo(10_000)));
        assertThat(card(page(third), slot(third))).contains("発行元").contains("data-does=\"accept\"");
        accept(third, slot(third));
        assertThat(card(page(third), slot(third))).contains("オンライン資格確認").doesNotContain("手入力");
    }

    @Test
    void allFaultsOfAKeyedInCertificateAreToldAtOnceAndNothingIsStored() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        HttpResponse<String> faulty = act(
                reception,
                "key",
                Map.of(
                        "name",
                        "",
                        "payer",
                        "123",
                        "recipient",
                        "",
                        "from",
                        "きのう",
                        "through",
                        "R8.12.31",
                        "ceiling",
                        "たくさん"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("受給者証の名を1～100文字で")
                .contains("公費負担者番号は8桁の数字です")
                .contains("受給者番号は1～30文字です")
                .contains("円の数字で入れてください")
                .contains("value=\"きのう\"");
        assertThat(page(reception)).doesNotContainPattern("data-slot=\"s\\d");
    }

    @Test
    void aWrongCheckDigitIsRefusedAndACeilingThatTheTableDoesNotKnowIsWarnedOf() {
        String reception = arrives(Sample.DAY, Sample.silent(Answer.Cause.TERMINAL));
        Map<String, String> wrong = new java.util.HashMap<>(keyed());
        wrong.put("payer", "54139994");
        wrong.put("recipient", "5400016");
        HttpResponse<String> faulty = act(reception, "key", wrong);
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("負担者番号の検証番号が合いません").contains("受給者番号（7桁）の検証番号");
        Map<String, String> odd = new java.util.HashMap<>(keyed());
        odd.put("ceiling", "7000");
        HttpResponse<String> warned = act(reception, "key", odd);
        assertThat(warned.statusCode()).isEqualTo(200);
        assertThat(warned.body()).contains("data-warning=\"ceiling\"").contains("7,000円");
    }
}
