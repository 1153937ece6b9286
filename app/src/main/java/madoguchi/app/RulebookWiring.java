package madoguchi.app;

import java.time.Clock;
import java.util.function.Supplier;
import madoguchi.policy.Policy;
import madoguchi.policy.RuleBook;
import madoguchi.rulebook.RuleApi;
import madoguchi.rulebook.RulePages;
import madoguchi.rulebook.RuleService;
import madoguchi.web.Frames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 規則の配線 – the rules as pages and as a service, in every role: they need no database and no patient. */
@Configuration(proxyBeanMethods = false)
class RulebookWiring {

    /** The policy in force, asked for at each request: the desk's own where this process has a desk. */
    record PolicyInForce(Supplier<Policy> policy) {}

    @Bean
    PolicyInForce policyInForce(ObjectProvider<RuleBook> desks) {
        Policy same = new Policy(desks.getIfAvailable(RuleBook::bundled));
        return new PolicyInForce(() -> same);
    }

    @Bean
    RulePages rulePages(PolicyInForce inForce, Frames frames, Clock clock) {
        return new RulePages(inForce.policy(), frames, clock);
    }

    @Bean
    RuleApi ruleApi(PolicyInForce inForce) {
        return new RuleApi(new RuleService(inForce.policy()));
    }
}
