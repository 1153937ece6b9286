package madoguchi.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import madoguchi.fixture.SmallServer;
import madoguchi.fixture.Somebody;
import madoguchi.web.Frames;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The smallest server around the survey: everybody is 山本, the clock stands within the seventh round, and one facility's log knows two troubles. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TinySurvey {

    static final MedicalInstitutionCode FACILITY = new MedicalInstitutionCode("1319999913");
    static final MovableClock CLOCK = new MovableClock("2025-08-25T01:00:00Z");

    @Bean
    DataSource database() {
        return Database.fresh("survey", Surveys::migrate);
    }

    @Bean
    Surveys surveys(DataSource database) {
        Prefill log = (MedicalInstitutionCode facility, LocalDate first, LocalDate last) ->
                facility.equals(FACILITY) && first.equals(LocalDate.of(2025, 8, 23))
                        ? Map.of("q6.invalid", 12, "q8.full", 3, "q6.share", 0, "q99.unheard", 5)
                        : Map.of();
        return new Surveys(database, FilledForm.TOKENS, log, CLOCK);
    }

    @Bean
    Frames frames() {
        return new Frames("調査の会", List.of());
    }

    @Bean
    SurveyPages pages(Surveys surveys, Frames frames) {
        return surveys.pages(frames);
    }

    @Bean
    AnswerPages answerPages(Surveys surveys, Frames frames) {
        return surveys.answerPages(frames);
    }

    @Bean
    ConsentPages consentPages(Surveys surveys, Frames frames) {
        return surveys.consentPages(FACILITY, frames);
    }

    @Bean
    RoundPages roundPages(Surveys surveys, Frames frames) {
        return surveys.roundPages(frames);
    }

    @Bean
    DoubtPages doubtPages(Surveys surveys, Frames frames) {
        return surveys.doubtPages(frames);
    }

    @Bean
    ResultPages resultPages(Surveys surveys, Frames frames) {
        return surveys.resultPages(frames);
    }

    @Bean
    QuestionnairePages questionnairePages(Surveys surveys, Frames frames) {
        return surveys.questionnairePages(frames);
    }

    @Bean
    Somebody somebody() {
        return new Somebody("yamamoto");
    }

    static SmallServer start() {
        return SmallServer.start(
                TinySurvey.class,
                Map.of(
                        "server.port", System.getProperty("madoguchi.survey.port", "0"),
                        "spring.servlet.multipart.max-file-size", "20MB",
                        "spring.servlet.multipart.max-request-size", "20MB"));
    }
}
