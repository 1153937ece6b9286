package madoguchi.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.review.Acknowledgement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** レセプトを受け付ける – takes claim files and prints what a facility is told. Exit code 0 when all was taken, 1 when not. */
@Command(
        name = "take",
        mixinStandardHelpOptions = true,
        description = "電子レセプトのファイルを受け付け、受付番号を示す / take claim files and acknowledge them")
final class ReviewTakeCommand implements Callable<Integer> {

    private static final long STEP = 16 << 20;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "電子レセプト（.UKE） / claim files")
    List<Path> files = List.of();

    @Mixin
    ReviewOptions options = new ReviewOptions();

    @Option(
            names = "--insurer",
            description =
                    "保険者が差し戻したレセプト（一医療機関分）として、この保険者番号で受け付ける / receipts of one facility that this insurer sends back")
    @Nullable
    String insurer;

    @Option(
            names = "--most",
            defaultValue = "20",
            description = "示す理由の上限 / how many reasons to show (default: ${DEFAULT-VALUE})")
    int most;

    @Override
    public Integer call() throws IOException {
        Optional<Parsed<InsurerNumber>> by =
                Optional.ofNullable(insurer).map(typed -> InsurerNumber.parse("--insurer", typed));
        List<Problem> problems = by.map(parsed -> parsed.problems()).orElse(List.of());
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            return Madoguchi.FAILED;
        }
        boolean all = true;
        try (ReviewOptions.Opened review = options.open(false)) {
            for (Path file : files) {
                all &= taken(review, file, by.map(Parsed::orElseThrow)) == Acknowledgement.State.ACCEPTED;
            }
        }
        return all ? 0 : Madoguchi.ATTENTION;
    }

    private Acknowledgement.State taken(ReviewOptions.Opened review, Path file, Optional<InsurerNumber> by)
            throws IOException {
        long length = Files.size(file);
        long[] told = {0};
        try (InputStream in = Files.newInputStream(file)) {
            LongConsumer progress = bytes -> {
                if (bytes - told[0] >= STEP) {
                    told[0] = bytes;
                    System.err.printf("\r  %,d / %,d MB", bytes >> 20, length >> 20);
                }
            };
            Acknowledgement taken = by.isPresent()
                    ? review.agency().takeRaised(in, by.get(), progress)
                    : review.agency().take(in, Optional.empty(), progress);
            if (told[0] > 0) {
                System.err.println();
            }
            print(file, taken);
            return taken.state();
        }
    }

    private void print(Path file, Acknowledgement taken) {
        System.out.printf(
                "%s %s %s: %s、%,d 件のうち 受付 %,d、取り置き %,d、重複 %,d、%,d 点 / accepted, set aside, repeated, points%n",
                taken.state().sign(),
                taken.reception(),
                file,
                taken.state().label(),
                taken.receipts(),
                taken.accepted(),
                taken.setAside(),
                taken.repeated(),
                taken.points());
        taken.problems().stream().limit(most).forEach(problem -> System.out.println("  " + problem));
        if (taken.problems().size() > most) {
            System.out.printf("  … ほか %,d / more: --most%n", taken.problems().size() - most);
        }
    }
}
