package madoguchi.app;

import java.nio.file.Path;
import java.time.Clock;
import madoguchi.desk.Desk;
import madoguchi.terminal.FaceWatcher;
import madoguchi.terminal.OqsFolderBulkHub;
import madoguchi.terminal.OqsFolderHub;
import madoguchi.terminal.OqsFolderSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 公式端末との配線 – the desk asks the official terminal through its folders, and takes what its card reader sends. */
@Configuration(proxyBeanMethods = false)
class OfficialTerminalWiring {

    @Bean(initMethod = "start", destroyMethod = "close")
    OqsFolderHub officialTerminal(Settings settings, Clock clock) {
        return new OqsFolderHub(folder(settings), clock, OqsFolderSettings.usual());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    OqsFolderBulkHub officialBulk(Settings settings, Clock clock) {
        return new OqsFolderBulkHub(folder(settings), settings.facility(), clock, OqsFolderSettings.usual());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    FaceWatcher faceWatcher(Settings settings, Desk desk, Clock clock) {
        OqsFolderSettings usual = OqsFolderSettings.usual();
        return new FaceWatcher(
                folder(settings), desk.arrivals(), clock, settings.clearsFace() ? usual.clearingFace() : usual);
    }

    private static Path folder(Settings settings) {
        return settings.officialFolder().orElseThrow();
    }
}
