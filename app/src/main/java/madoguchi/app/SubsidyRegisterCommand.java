package madoguchi.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.subsidy.MunicipalityCode;
import madoguchi.subsidy.RecordFault;
import madoguchi.subsidy.RecordResult;
import madoguchi.subsidy.RegistrationTask;
import madoguchi.subsidy.TaskState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 登録ファイルを受け付ける – takes files of one municipality and prints what became of them. Exit code 0 when all was taken, 1 when not. */
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "自治体の登録ファイル（JSON、CSV）を登録する / register files of a municipality (docs/subsidy.md)")
final class SubsidyRegisterCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON, CSV")
    List<Path> files = List.of();

    @Option(names = "--municipality", required = true, description = "全国地方公共団体コード（6桁） / municipality code (6 digits)")
    String municipality = "";

    @Option(
            names = "--most",
            defaultValue = "20",
            description = "示す誤りの上限 / how many faulty records to show (default: ${DEFAULT-VALUE})")
    int most;

    @Mixin
    SubsidyOptions options = new SubsidyOptions();

    @Override
    public Integer call() throws IOException {
        Parsed<MunicipalityCode> code = MunicipalityCode.parse("--municipality", municipality);
        if (!code.problems().isEmpty()) {
            code.problems().forEach(System.err::println);
            return Madoguchi.FAILED;
        }
        boolean all = true;
        try (SubsidyOptions.Opened opened = options.open()) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    RegistrationTask task = opened.hub()
                            .register(
                                    in,
                                    code.orElseThrow(),
                                    "cli",
                                    String.valueOf(file.getFileName()),
                                    Optional.empty(),
                                    records -> System.err.printf("\r  %,d 件 / records ", records));
                    System.err.println();
                    print(file, task, opened.hub().results(task, 0, most, true));
                    all &= task.state() == TaskState.STORED && task.aside() == 0;
                }
            }
        }
        return all ? 0 : Madoguchi.ATTENTION;
    }

    private static void print(Path file, RegistrationTask task, List<RecordResult> faulty) {
        System.out.printf(
                "%s %s: %s、%,d 件のうち 登録 %,d、変更なし %,d、取り置き %,d / of the records: stored, unchanged, set aside%n",
                task.number(),
                file,
                task.state().label(),
                task.records(),
                task.stored(),
                task.unchanged(),
                task.aside());
        task.refused().ifPresent(why -> System.out.printf("  %s %s%n", why.code(), why.reason()));
        for (RecordResult result : faulty) {
            for (RecordFault fault : result.faults()) {
                System.out.printf(
                        "  %d 件目 record %d  %s %s  %s%n",
                        result.record(),
                        result.record(),
                        fault.code().code(),
                        fault.field(),
                        fault.code().reason());
            }
        }
    }
}
