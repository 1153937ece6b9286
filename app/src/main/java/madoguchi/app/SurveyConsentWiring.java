package madoguchi.app;

import javax.sql.DataSource;
import madoguchi.desk.Desk;
import madoguchi.desk.VisitTraces;
import madoguchi.survey.ConsentPages;
import madoguchi.survey.Prefill;
import madoguchi.survey.Surveys;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 調査の下書きへの同意の配線 – where a facility and the survey run in one process. */
@Configuration(proxyBeanMethods = false)
class SurveyConsentWiring {

    /** Asks for the desk so that its schema is there. */
    @Bean
    Prefill deskPrefill(DataSource database, Settings settings, Desk desk) {
        return new DeskPrefill(settings.facility(), new DeskReceptions(new VisitTraces(database)));
    }

    @Bean
    ConsentPages consentPages(Surveys surveys, Settings settings, Frames frames) {
        return surveys.consentPages(settings.facility(), frames);
    }
}
