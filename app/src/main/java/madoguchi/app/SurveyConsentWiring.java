package madoguchi.app;

import madoguchi.survey.ConsentPages;
import madoguchi.survey.Surveys;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 調査の下書きへの同意の配線 – where a facility and the survey run in one process. */
@Configuration(proxyBeanMethods = false)
class SurveyConsentWiring {

    @Bean
    ConsentPages consentPages(Surveys surveys, Settings settings, Frames frames) {
        return surveys.consentPages(settings.facility(), frames);
    }
}
