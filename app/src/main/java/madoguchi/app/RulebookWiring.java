package madoguchi.app;

import java.time.Clock;
import madoguchi.bundle.RuleHolder;
import madoguchi.rulebook.RuleApi;
import madoguchi.rulebook.RulePages;
import madoguchi.rulebook.RuleService;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 規則の配線 – the rules in force as pages and as a service, in every role: they need no patient. */
@Configuration(proxyBeanMethods = false)
class RulebookWiring {

    @Bean
    RulePages rulePages(RuleHolder inForce, Frames frames, Clock clock) {
        return new RulePages(inForce, frames, clock);
    }

    @Bean
    RuleApi ruleApi(RuleHolder inForce) {
        return new RuleApi(new RuleService(inForce));
    }
}
