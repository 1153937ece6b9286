package madoguchi.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.LossReason;
import madoguchi.core.Period;
import madoguchi.core.Timeline;
import madoguchi.settle.InventedHistories;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;

/**
 * A claim month of invented people: three claim files, and the registration file of their insurers, in which a third of the histories is troubled.
 *
 * @param folder where the files are
 * @param receipts of each claim file
 */
record InventedMonth(Path folder, int receipts) {

    static final YearMonth CLAIMED = YearMonth.of(2026, 5);
    private static final YearMonth CARE = CLAIMED.minusMonths(1);
    private static final int TROUBLED = 300;
    private static final List<FileKind> KINDS = List.of(FileKind.MEDICAL, FileKind.DPC, FileKind.DISPENSING);
    private static final String HEADER =
            "異動区分,個人番号,保険者番号,記号,番号,枝番,被保険者証区分,本人家族,氏名,氏名カナ,性別1,生年月日,資格取得年月日,資格喪失年月日,喪失事由,保険者名称,一部負担金割合";

    int all() {
        return receipts * KINDS.size();
    }

    List<Path> claims() throws IOException {
        List<Path> files = new ArrayList<>();
        for (FileKind kind : KINDS) {
            Path file = folder.resolve(kind + ".UKE");
            try (OutputStream out = Files.newOutputStream(file)) {
                new InventedClaims(kind, KINDS.indexOf(kind), CARE).writeTo(out, receipts);
            }
            files.add(file);
        }
        return files;
    }

    Path registrations() throws IOException {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        int people = 0;
        for (int seed = 0; seed < KINDS.size(); seed++) {
            InventedHistories histories = new InventedHistories(seed, CARE, TROUBLED);
            for (long index = 0; index < receipts; index++) {
                for (Timeline person : histories.people(index)) {
                    String number = InventedFile.myNumber(++people);
                    person.stays().forEach(stay -> rows.add(row(number, stay.coverage())));
                }
            }
        }
        return Files.write(folder.resolve("registrations.csv"), rows);
    }

    /** 証の回収, as far as the histories tell of it. */
    Path collections() throws IOException {
        List<String> rows = new ArrayList<>(List.of("異動区分,個人番号,保険者番号,記号,番号,枝番,資格取得年月日,回収年月日"));
        int people = 0;
        for (int seed = 0; seed < KINDS.size(); seed++) {
            InventedHistories histories = new InventedHistories(seed, CARE, TROUBLED);
            for (long index = 0; index < receipts; index++) {
                for (Timeline person : histories.people(index)) {
                    String number = InventedFile.myNumber(++people);
                    person.stays().stream()
                            .filter(stay -> stay.collected().isPresent())
                            .forEach(stay -> rows.add(collected(number, stay)));
                }
            }
        }
        return Files.write(folder.resolve("collections.csv"), rows);
    }

    private static String collected(String myNumber, Timeline.Stay stay) {
        Coverage coverage = stay.coverage();
        return String.join(
                ",",
                "1",
                myNumber,
                coverage.id().insurer().digits(),
                coverage.id().symbol().orElse(""),
                coverage.id().number(),
                coverage.id().branch().orElse(""),
                day(coverage.qualified().map(Period::from)),
                day(stay.collected()));
    }

    private static String row(String myNumber, Coverage coverage) {
        return String.join(
                ",",
                "1",
                myNumber,
                coverage.id().insurer().digits(),
                coverage.id().symbol().orElse(""),
                coverage.id().number(),
                coverage.id().branch().orElse(""),
                coverage.kind().code(),
                coverage.relation().map(relation -> relation.code()).orElse(""),
                "架空　人",
                coverage.holder().name().reading(),
                "1",
                day(Optional.of(coverage.holder().birth())),
                day(coverage.qualified().map(Period::from)),
                day(coverage.qualified().flatMap(Period::end)),
                coverage.lossReason().map(LossReason::code).orElse(""),
                "架空健康保険",
                coverage.rate().map(rate -> "%03d".formatted(rate.percent())).orElse(""));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse("");
    }
}
