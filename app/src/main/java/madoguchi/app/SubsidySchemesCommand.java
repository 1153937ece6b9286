package madoguchi.app;

import java.util.concurrent.Callable;
import madoguchi.core.SchemeMaster;
import madoguchi.core.SubsidyScheme;
import picocli.CommandLine.Command;

/** 制度マスタを示す – every scheme with its numbers, check-digit policy, certainty and source. Opens no database. */
@Command(
        name = "schemes",
        mixinStandardHelpOptions = true,
        description = "制度マスタ（国の法別番号と地方単独）を示す / show the scheme master")
final class SubsidySchemesCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        for (SubsidyScheme scheme : SchemeMaster.load().all()) {
            System.out.printf(
                    "%-12s %s-%s  %s  %s  %s  %s%n",
                    scheme.id(),
                    scheme.first(),
                    scheme.last(),
                    scheme.certainty(),
                    scheme.name(),
                    scheme.check().label(),
                    scheme.source());
        }
        return 0;
    }
}
