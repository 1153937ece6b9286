package madoguchi.app;

import java.time.Clock;
import java.util.Optional;
import madoguchi.core.Hub;
import madoguchi.terminal.FolderTerminal;
import madoguchi.terminal.ManyServices;
import madoguchi.terminal.TerminalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 試験台の配線 – this process plays the official terminal, so that a レセコン can be developed against its folders. */
@Configuration(proxyBeanMethods = false)
class TestBenchWiring {

    @Bean(initMethod = "start", destroyMethod = "close")
    FolderTerminal folderTerminal(
            Settings settings, ClinicWiring.AskedHub asked, ClinicWiring.AskedBulkHub bulk, Clock clock) {
        Hub hub = asked.hub();
        ManyServices services = new ManyServices(
                Optional.of(bulk.hub()), Optional.of(new HubReferences(hub)), Optional.of(new HubVisits(hub)));
        return new FolderTerminal(
                settings.oqsFolder().orElseThrow(),
                settings.facility(),
                hub,
                services,
                clock,
                TerminalSettings.usual());
    }
}
