package madoguchi.survey;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.web.Frames;

/** 調査 – the whole module put together: rounds, answers by three ways, reports. */
public final class Surveys {

    /** 少数セルの閾値 – cross tables hide counts from 1 to below it, unless another number is chosen (decision 37). */
    public static final int THRESHOLD = 5;

    private final SurveyStore store;
    private final Clock clock;
    private final Rounds rounds;
    private final Questionnaires questionnaires;
    private final Replies replies;
    private final PaperScans scans;

    /**
     * Surveys over one database.
     *
     * @param database PostgreSQL; call {@link #migrate} before
     * @param tokens makes the links and codes of addressees
     * @param prefill a facility's own figures
     * @param clock the time; days are days in Japan
     */
    public Surveys(DataSource database, AddresseeTokens tokens, Prefill prefill, Clock clock) {
        this.store = new SurveyStore(database);
        this.clock = clock;
        this.rounds = new Rounds(store, tokens, clock);
        this.questionnaires = new Questionnaires(store, clock);
        this.replies = new Replies(store, rounds, questionnaires, prefill, clock);
        this.scans = new PaperScans(store, rounds, questionnaires, clock);
    }

    /** Brings the schema {@code survey} up to date. */
    public static void migrate(DataSource database) {
        SurveyStore.migrate(database);
    }

    /** The controller of the overview, and of opening a round: {@code /survey}. */
    public SurveyPages pages(Frames frames) {
        return new SurveyPages(this, frames);
    }

    /** The controller of one round: forms, links, what came back. */
    public RoundPages roundPages(Frames frames) {
        return new RoundPages(this, frames);
    }

    /** The controller of what a person decides about scanned forms. */
    public DoubtPages doubtPages(Frames frames) {
        return new DoubtPages(this, frames);
    }

    /** The controller of the report, cross tables and open answers. */
    public ResultPages resultPages(Frames frames) {
        return new ResultPages(this, frames);
    }

    /** The controller of questionnaires and their versions. */
    public QuestionnairePages questionnairePages(Frames frames) {
        return new QuestionnairePages(this, frames);
    }

    /** The controller of the page that an addressee answers on, open to whoever has the link. */
    public AnswerPages answerPages(Frames frames) {
        return new AnswerPages(this, frames);
    }

    /** The controller of the page on which a facility consents to a draft from its own figures. */
    public ConsentPages consentPages(MedicalInstitutionCode facility, Frames frames) {
        return new ConsentPages(this, facility, frames);
    }

    Rounds rounds() {
        return rounds;
    }

    Questionnaires questionnaires() {
        return questionnaires;
    }

    Replies replies() {
        return replies;
    }

    PaperScans scans() {
        return scans;
    }

    /** 下書きへの同意 – whether a facility allows its own counts in its draft. */
    boolean consents(MedicalInstitutionCode facility) {
        return store.consents(facility.digits());
    }

    /** Writes a consent down, or its end. */
    void consent(MedicalInstitutionCode facility, boolean given, String by) {
        store.addConsent(clock.instant(), by, facility.digits(), given);
    }

    /** 模擬の第7弾 – opens the seventh round with invented answers, once; for demonstrations. */
    public void openInvented() {
        SurveyRound seventh = SurveyRound.published().getLast();
        if (rounds.of(seventh.number()).isEmpty()) {
            Round round = new Round(
                    seventh.number(),
                    Questionnaire.bundled().version(),
                    seventh.first(),
                    seventh.last(),
                    (int) seventh.base().orElseThrow(),
                    true);
            rounds.open(round, List.of(), "demo");
            replies.take(round, InventedAnswers.csv(), "demo");
        }
    }

    /** Printed forms of the addressees from one number to another, both inclusive. */
    byte[] forms(Round round, int from, int to) {
        return FormPaper.pdf(
                questionnaires.of(round),
                List.of("締切 " + round.last().getMonthValue() + "月"
                        + round.last().getDayOfMonth() + "日"),
                rounds.tokens(round).subList(from - 1, to));
    }

    Tabulation tabulation(Round round) {
        return Tabulation.of(questionnaires.of(round), Counted.of(replies.responses(round)));
    }

    RoundReport report(Round round) {
        Tabulation tabulation = tabulation(round);
        Optional<SurveyRound> published = SurveyRound.published().stream()
                .filter(one -> one.number() == round.number())
                .findFirst();
        return new RoundReport(
                round.number(),
                round.first(),
                round.last(),
                round.simulated(),
                tabulation.rate(round.addressees()),
                tabulation,
                SurveyRound.published(),
                published
                        .filter(_ -> round.simulated())
                        .map(one -> Published.compare(tabulation, one))
                        .orElse(List.of()),
                published.isPresent() ? Published.doubts() : List.of(),
                rounds.today());
    }
}
