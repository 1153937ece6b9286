package madoguchi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.Answer;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;
import org.junit.jupiter.api.Test;

/** What came, what is stored, and what a clerk makes of the difference. */
class SubsidyStoredTest extends SubsidyReceptions {

    @Test
    void whatCameIsConfirmedAndIsStoredOnlyWhenAClerkAcceptsIt() {
        String reception = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        assertThat(pages.get(reception).body()).contains("確認済み: 特定医療費").contains("id=\"to-subsidies\"");
        assertThat(page(reception))
                .contains("まだ控えていない")
                .contains("data-confirmed=\"true\"")
                .contains("R-SUB-01");
        assertThat(accept(reception, "f0").statusCode()).isEqualTo(303);
        assertThat(page(reception)).doesNotContain("まだ控えていない").contains("控えた: 特定医療費");
    }

    @Test
    void aChangedCeilingIsShownItemByItemAndAcceptingCanBeTakenBack() {
        String first = arrives(LAST_OLD_DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        String second = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(5_000)));
        String slot = slot(second);
        assertThat(card(page(second), slot))
                .contains("自己負担上限額")
                .contains("すべて合算 月10,000円")
                .contains("<strong>すべて合算 月5,000円");
        accept(second, slot);
        assertThat(card(page(second), slot)).doesNotContain("differences");
        Matcher fact = Pattern.compile("name=\"fact\" value=\"(\\d+)\"").matcher(page(second));
        assertThat(fact.find()).isTrue();
        act(second, "undo", Map.of("fact", fact.group(1)));
        assertThat(card(page(second), slot)).contains("differences").contains("10,000円");
        assertThat(act(second, "undo", Map.of("fact", fact.group(1))).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsNotInTheAnswerAnyMoreIsNotStored() {
        String reception = arrives(Sample.DAY, SubsidySample.nothing(SubsidyAnswer.Absence.UNEXPLAINED));
        HttpResponse<String> gone = act(reception, "accept", Map.of("slot", "f0", "print", "0123456789ab"));
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("記録していません");
        String other = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        assertThat(act(other, "accept", Map.of("slot", "f0", "print", "0123456789ab"))
                        .statusCode())
                .as("another certificate than the clerk saw")
                .isEqualTo(409);
        assertThat(act(other, "seen", Map.of("slot", "s99", "proof", "PAPER")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void noAnswerOfAnyKindEverEndsAStoredSubsidy() {
        String first = arrives(LAST_OLD_DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        Random random = new Random(63);
        List<SubsidyAnswer> answers = List.of(
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.DECLINED),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.FACILITY_NOT_CONNECTED),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.SCHEME_NOT_CONNECTED),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.ENDED),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.NONE),
                new SubsidyAnswer.Nothing(SubsidyAnswer.Absence.UNEXPLAINED),
                new SubsidyAnswer.Unreachable(Answer.Cause.HUB, new Text("つながりません。", "Not reached.")),
                new SubsidyAnswer.NotAsked());
        for (int i = 0; i < 24; i++) {
            LocalDate day = Sample.DAY.plusDays(random.nextInt(200));
            String reception = arrives(day, SubsidySample.with(answers.get(random.nextInt(answers.size()))));
            String page = page(reception);
            assertThat(page).contains("54139993").doesNotContain("id=\"ended\"");
            assertThat(card(page, slot(reception))).contains("オンライン資格確認").contains("届かなかった訳");
        }
    }

    @Test
    void onlyAClerkWhoFoundOutEndsIt() {
        String first = arrives(LAST_OLD_DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        String second = arrives(Sample.DAY, SubsidySample.nothing(SubsidyAnswer.Absence.UNEXPLAINED));
        assertThat(page(second)).contains("どれかです").contains("控えは自動では終わりません");
        act(second, "explain", Map.of("slot", slot(second), "cause", "ENDED"));
        assertThat(page(second)).contains("id=\"ended\"").contains("令和8年5月25日");
        Matcher fact = Pattern.compile("name=\"fact\" value=\"(\\d+)\"").matcher(page(second));
        assertThat(fact.find()).isTrue();
        act(second, "undo", Map.of("fact", fact.group(1)));
        assertThat(page(second)).doesNotContain("id=\"ended\"").contains("54139993");
    }

    @Test
    void paperSeenAfterAnEmptyAnswerConfirmsAndDecliningDoesNot() {
        String first = arrives(LAST_OLD_DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        String second = arrives(Sample.DAY, SubsidySample.nothing(SubsidyAnswer.Absence.UNEXPLAINED));
        String slot = slot(second);
        assertThat(card(page(second), slot)).contains("data-confirmed=\"false\"");
        act(second, "explain", Map.of("slot", slot, "cause", "PAPER_SEEN"));
        assertThat(card(page(second), slot)).contains("data-confirmed=\"true\"");
        act(second, "explain", Map.of("slot", slot, "cause", "DECLINED"));
        assertThat(card(page(second), slot)).contains("data-verdict=\"not-confirmed\"");
    }

    @Test
    void aNameThatDiffersAndALostCharacterAreSaid() {
        SubsidyCertificate other =
                SubsidySample.certificate("54139993", "5400015", 10_000, LocalDate.of(2026, 12, 31), false, "見本　太郎");
        assertThat(page(arrives(Sample.DAY, SubsidySample.found(other))))
                .contains("見本　太郎")
                .contains("と違います");
        SubsidyCertificate lost =
                SubsidySample.certificate("54139993", "5400015", 10_000, LocalDate.of(2026, 6, 1), false, "見本　●子");
        assertThat(page(arrives(Sample.DAY, SubsidySample.found(lost))))
                .contains("●は読めない文字です")
                .contains("まもなく期限です");
    }

    @Test
    void factsOfAReceptionTakenBackAreNotThePatients() {
        String first = arrives(Sample.DAY, SubsidySample.found(SubsidySample.nanbyo(10_000)));
        accept(first, "f0");
        pages.post(first + "/withdraw", Map.of());
        String second = arrives(Sample.DAY, Sample.active(Sample.HANAKO));
        assertThat(page(second)).doesNotContain("54139993");
    }
}
