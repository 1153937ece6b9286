package madoguchi.app;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import madoguchi.assist.AssistPages;
import madoguchi.assist.Assistant;
import madoguchi.assist.OwnCode;
import madoguchi.assist.QuestionStore;
import madoguchi.bundle.RuleHolder;
import madoguchi.core.Text;
import madoguchi.reader.Faults;
import madoguchi.reader.View;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 案内の配線 – the assistant of a clinic, over the rules in force and the codes of this program's own reader. */
@Configuration(proxyBeanMethods = false)
class AssistWiring {

    private static final String OURS = "X-";

    @Bean
    Assistant assistant(RuleHolder inForce) {
        return new Assistant(inForce, ownCodes());
    }

    @Bean
    AssistPages assistPages(Assistant assistant, DataSource database, Frames frames, Clock clock) {
        QuestionStore.migrate(database);
        return new AssistPages(assistant, new QuestionStore(database), frames, clock);
    }

    /** The reader's codes that are not official ones. */
    static List<OwnCode> ownCodes() {
        Faults faults = Faults.load();
        return faults.all().stream()
                .filter(fault -> fault.code().code().startsWith(OURS))
                .map(fault -> new OwnCode(
                        fault.code().code(),
                        fault.staff(),
                        new Text(
                                faults.patient(fault.code(), View.Speech.JA),
                                faults.patient(fault.code(), View.Speech.EN))))
                .toList();
    }
}
