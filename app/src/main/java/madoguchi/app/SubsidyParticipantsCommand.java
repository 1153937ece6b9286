package madoguchi.app;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import madoguchi.core.Parsed;
import madoguchi.subsidy.Onboarding;
import madoguchi.subsidy.Participant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** 参加者を登録し、示す – takes a file of municipalities, schemes and facilities where one is given, and prints how far each has come. */
@Command(
        name = "participants",
        mixinStandardHelpOptions = true,
        description = "参加する自治体・制度・医療機関を登録し、進み具合を示す / take a file of participants, and show how far each has come")
final class SubsidyParticipantsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "CSV（省略: 示すだけ） / CSV (none: show only)")
    @Nullable
    Path file;

    @Mixin
    SubsidyOptions options = new SubsidyOptions();

    @Override
    public Integer call() throws Exception {
        try (SubsidyOptions.Opened opened = options.open()) {
            if (file != null) {
                try (InputStream in = Files.newInputStream(file)) {
                    Parsed<List<Participant>> taken = opened.hub().participants(in, Optional.empty(), "cli");
                    if (!taken.problems().isEmpty()) {
                        taken.problems().forEach(problem -> System.out.println("  " + problem));
                        System.out.println("  何も登録していません / nothing of this file was stored");
                        return Madoguchi.FAILED;
                    }
                }
            }
            LocalDate today = LocalDate.now(Clock.system(Server.TOKYO));
            Stream.concat(opened.hub().schemesTakingPart().stream(), opened.hub().facilitiesTakingPart().stream())
                    .forEach(one -> print(one, today));
        }
        return 0;
    }

    private static void print(Onboarding one, LocalDate today) {
        System.out.printf(
                "%s %s  %s %s  %s %s  %s～%s  %,d 人 people%n",
                one.stage(today).sign(),
                one.stage(today).label(),
                one.participant().code(),
                one.participant().name(),
                one.participant().type(),
                one.participant().certificate(),
                one.participant().first().map(Object::toString).orElse("－"),
                one.participant().last().map(Object::toString).orElse(""),
                one.certificates());
    }
}
