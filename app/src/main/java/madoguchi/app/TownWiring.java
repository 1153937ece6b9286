package madoguchi.app;

import java.time.Clock;
import madoguchi.account.Accounts;
import madoguchi.desk.Desk;
import madoguchi.hub.RegisterHub;
import madoguchi.hub.Registrations;
import madoguchi.subsidy.SubsidyHub;
import madoguchi.terminal.FolderTerminal;
import madoguchi.town.Town;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 見本の町の配線 – only for {@code demo}: the people, their registrations, the demo log-ins, and a page where their test cards can be placed. */
@Configuration(proxyBeanMethods = false)
class TownWiring {

    @Bean
    Town town() {
        return Town.load();
    }

    @Bean
    TownSettlement settlement(Town town, Registrations registrations, Accounts accounts, SubsidyHub subsidies) {
        TownSettlement settlement = new TownSettlement(town, registrations, accounts, subsidies);
        settlement.settle();
        return settlement;
    }

    @Bean
    TestReader testReader(
            Town town, RegisterHub hub, Desk desk, FolderTerminal terminal, Settings settings, Clock clock) {
        return new TestReader(town, hub, desk.arrivals(), terminal, settings.facility(), clock);
    }

    @Bean
    TownPage townPage(Town town, TestReader reader, Frames frames) {
        return new TownPage(town, reader, frames);
    }
}
