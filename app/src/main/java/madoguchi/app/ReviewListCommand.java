package madoguchi.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import madoguchi.review.Acknowledgement;
import madoguchi.review.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** 受け付けたファイルと処理を並べる. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "受け付けたファイルと、済んだ処理を示す / the files taken and the runs finished")
final class ReviewListCommand implements Callable<Integer> {

    @Option(names = "--most", defaultValue = "50", description = "行数の上限 / at most (default: ${DEFAULT-VALUE})")
    int most;

    @Mixin
    ReviewOptions options = new ReviewOptions();

    @Override
    public Integer call() throws IOException {
        try (ReviewOptions.Opened review = options.open(false)) {
            for (RunReport run : review.agency().runs(most)) {
                System.out.printf(
                        "● %s-%d  %,d 件 receipts  %s%n", run.claimMonth(), run.number(), run.receipts(), run.folder());
            }
            for (Acknowledgement file : review.agency().files(most)) {
                System.out.printf(
                        "%s %s  %s  %s  %,d / %,d 件 receipts%n",
                        file.state().sign(),
                        file.reception(),
                        file.facility().map(Object::toString).orElse("－"),
                        file.kind().label(),
                        file.accepted(),
                        file.receipts());
            }
        }
        return 0;
    }
}
