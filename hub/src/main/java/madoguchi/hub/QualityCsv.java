package madoguchi.hub;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.core.Coverage;
import madoguchi.core.CsvLine;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Period;

/*
 * The insurer finds its own rows by its own numbers: 記号, 番号, 枝番, 資格取得年月日. No name, no birth date, no My Number (the hub has none), and of another
 * insurer nothing but its number. Who must stay hidden is not in it: such findings are told by another way.
 */

/** 保険者へ送るCSV – one insurer's findings, one line for each of its own coverages in a finding. */
final class QualityCsv {

    private static final int PORTION = 1_000;

    private final QualityStore store;

    QualityCsv(QualityStore store) {
        this.store = store;
    }

    /** Writes header and lines; how many lines without the header. */
    long write(QualityReport report, InsurerNumber insurer, Writer target) {
        CsvWriter csv = CsvWriter.builder().build(target);
        csv.writeRecord(
                "報告番号",
                "所見番号",
                "基準日",
                "種類",
                "所見",
                "重さ",
                "記号",
                "番号",
                "枝番",
                "資格取得年月日",
                "資格喪失年月日",
                "登録日時",
                "相手の保険者番号",
                "始まり",
                "日数",
                "お願い");
        long rows = 0;
        long after = 0;
        List<QualityRow> portion;
        do {
            portion = store.findings(report.id(), insurer, Optional.empty(), after, PORTION, false);
            Map<Long, Fact> facts =
                    store
                            .facts(portion.stream()
                                    .flatMap(row -> row.finding().facts().stream())
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(Fact::id, Function.identity()));
            for (QualityRow row : portion) {
                for (Long id : row.finding().facts()) {
                    Optional<Fact> own = Optional.ofNullable(facts.get(id))
                            .filter(fact -> fact.coverage().id().insurer().equals(insurer));
                    if (own.isPresent()) {
                        csv.writeRecord(line(report, insurer, row, own.get()));
                        rows++;
                    }
                }
            }
            after = portion.isEmpty() ? after : portion.getLast().number();
        } while (portion.size() == PORTION);
        flush(csv);
        return rows;
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> line(QualityReport report, InsurerNumber insurer, QualityRow row, Fact fact) {
        QualityFinding finding = row.finding();
        Coverage coverage = fact.coverage();
        Optional<InsurerNumber> other =
                finding.insurer().equals(insurer) ? finding.other() : Optional.of(finding.insurer());
        return List.of(
                Long.toString(report.id()),
                Long.toString(row.number()),
                report.day().toString(),
                finding.kind().code(),
                finding.kind().label().ja(),
                finding.gravity().label().ja(),
                coverage.id().symbol().map(CsvLine::harmless).orElse(""),
                CsvLine.harmless(coverage.id().number()),
                coverage.id().branch().orElse(""),
                coverage.qualified().map(Period::from).map(LocalDate::toString).orElse(""),
                coverage.qualified()
                        .flatMap(Period::end)
                        .map(LocalDate::toString)
                        .orElse(""),
                fact.recordedAt().toString(),
                other.map(InsurerNumber::digits).orElse(""),
                finding.from().map(LocalDate::toString).orElse(""),
                finding.days().isPresent() ? Integer.toString(finding.days().getAsInt()) : "",
                finding.kind().advice().ja());
    }
}
