package madoguchi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import madoguchi.account.SignIn;
import madoguchi.survey.AddresseeTokens;
import madoguchi.survey.AnswerPages;
import madoguchi.survey.DoubtPages;
import madoguchi.survey.Prefill;
import madoguchi.survey.QuestionnairePages;
import madoguchi.survey.ResultPages;
import madoguchi.survey.RoundPages;
import madoguchi.survey.SurveyPages;
import madoguchi.survey.Surveys;
import madoguchi.web.Frames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** 調査の配線 – the survey beside the hub: the operator runs it, and whoever has a link answers. A bean of {@link Prefill} brings the figures of a facility's own log; without one there are none. */
@Configuration(proxyBeanMethods = false)
class SurveyWiring {

    private static final int SECRET = 32;

    @Bean
    Surveys surveys(DataSource database, Settings settings, ObjectProvider<Prefill> prefill, Clock clock) {
        Surveys.migrate(database);
        Surveys surveys = new Surveys(database, tokens(settings), prefill.getIfAvailable(() -> Prefill.NONE), clock);
        if (settings.demo()) {
            surveys.openInvented();
        }
        return surveys;
    }

    /** Links and forms are proved by a secret that stays in the data folder: lost, all links sent before are void. */
    private static AddresseeTokens tokens(Settings settings) {
        byte[] fresh = new byte[SECRET];
        new SecureRandom().nextBytes(fresh);
        try {
            return new AddresseeTokens(SecretFile.read(settings.data().resolve("survey.key"), fresh));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the secret of the survey cannot be read", unreadable);
        }
    }

    @Bean
    SurveyPages surveyPages(Surveys surveys, Frames frames) {
        return surveys.pages(frames);
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
    AnswerPages answerPages(Surveys surveys, Frames frames) {
        return surveys.answerPages(frames);
    }

    /** Open to whoever has a link. Forms keep their token in a session, so that the language switch works too. */
    @Bean
    @Order(2)
    SecurityFilterChain surveyAnswers(HttpSecurity http) {
        return SignIn.headed(http.securityMatcher(AnswerPages.PATHS))
                .authorizeHttpRequests(pages -> pages.anyRequest().permitAll())
                .build();
    }
}
