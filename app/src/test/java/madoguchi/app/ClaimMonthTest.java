package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.uke.ClaimReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A claim month of invented people from the command line, over the agency's database and on one machine without it: both killed hard in the middle, both the same in the end. */
class ClaimMonthTest {

    private static final Pattern RULE = Pattern.compile("(?m)^ +([\\d,]+)  (\\S+)$");

    @TempDir
    Path folder;

    @Test
    void theAgencyAndTheOneMachineDecideTheSameAndNothingIsLostOrDoneTwiceWhenTheyAreKilled() throws Exception {
        Path data = folder.resolve("data");
        InventedMonth month = new InventedMonth(folder, 1_000);
        List<String> claims = month.claims().stream().map(Path::toString).toList();
        // One server for all of it: commands in this process and in others, none of which owns it.
        try (EmbeddedDatabase server = EmbeddedDatabase.open(data)) {
            List<String> at = List.of("--data", data.toString(), "--database-url", server.url());
            JdbcClient log = log(server.url());
            Spoken.by(words("import", at, month.registrations()));
            Spoken.by(words("import", at, month.collections()));
            assertThat(number(log, "select count(*) from hub.fact")).isGreaterThan(2_500);
            assertThat(said("review", "take", at, claims)).contains("1,000 件のうち 受付 1,000");

            List<Object> settle = List.of(
                    "review", "settle", at, "--month", "2026-05", "--out", folder.resolve("agency"), "--mark", 700);
            killTheAgency(settle, log);
            assertThat(number(log, "select count(*) from review.run")).isEqualTo(1);
            assertThat(said(settle.toArray())).contains("2026-05-1: 3,000 件");
            assertThat(number(log, "select count(*) from review.run"))
                    .as("the same run went on")
                    .isEqualTo(1);
            assertThat(number(log, "select count(*) from review.disposition"))
                    .as("dispositions")
                    .isEqualTo(month.all());
            assertThat(number(log, "select count(*) from review.run_end")).isEqualTo(1);
            assertThat(names(folder.resolve("agency"))).containsExactly("2026-05-1");

            assertThat(said("nation", "snapshot", at, "--out", folder.resolve("registers")))
                    .contains("人 people");
        }
        killTheOneMachine(claims);
        String told = said(
                "nation",
                "settle",
                "--mark",
                "0",
                "--snapshot",
                folder.resolve("registers"),
                "--out",
                folder.resolve("nation"),
                claims);
        assertThat(rules(told))
                .isEqualTo(figures())
                .containsKeys("S-01", "S-02", "S-04", "S-05", "S-06", "S-07", "S-08");
        assertThat(byDestination(folder.resolve("nation"))).isEqualTo(ofTheAgency());
    }

    @Test
    void whatCannotBeSettledIsToldAtOnceWithPlaceAndReason() throws IOException {
        Path april = Files.writeString(folder.resolve("april.UKE"), "IR,1,13,1,9999913,,架空,202604,00,\r\n");
        Path may = Files.writeString(folder.resolve("may.UKE"), "IR,1,13,1,9999913,,架空,202605,00,\r\n");
        Path empty = Files.createFile(folder.resolve("empty.UKE"));
        Path nonsense = Files.writeString(folder.resolve("nonsense.UKE"), "a,b\r\n");
        Spoken spoken = Spoken.by(Stream.concat(
                        Stream.of("nation", "settle", "--snapshot", "nowhere", "--out", folder + "/out"),
                        Stream.of(april, may, empty, nonsense, folder.resolve("none.UKE"))
                                .map(Path::toString))
                .toArray(String[]::new));
        assertThat(spoken.code()).isEqualTo(3);
        assertThat(spoken.err())
                .contains("may.UKE", "請求年月が 2026-05 で")
                .contains("empty.UKE", "中身が空です")
                .contains("nonsense.UKE", "電子レセプトのファイルではありません")
                .contains("none.UKE", "ファイルがありません");
        Spoken nowhere =
                Spoken.by("nation", "settle", "--snapshot", "nowhere", "--out", folder + "/out", april.toString());
        assertThat(nowhere.code()).isEqualTo(3);
        assertThat(nowhere.err()).contains("nation snapshot");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static JdbcClient log(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return JdbcClient.create(source);
    }

    private static long number(JdbcClient log, String sql) {
        return log.sql(sql).query(Long.class).single();
    }

    private static void killTheAgency(List<Object> settle, JdbcClient log) throws Exception {
        try (ChildJvm settling = ChildJvm.madoguchi((Object[]) words(settle.toArray()))) {
            settling.await("a mark", () -> number(log, "select count(*) from review.mark") > 0);
            settling.kill();
        }
        assertThat(number(log, "select count(*) from review.run_end"))
                .as("killed in the middle")
                .isZero();
    }

    private void killTheOneMachine(List<String> claims) throws Exception {
        Object[] command = words(
                "nation",
                "settle",
                "--mark",
                "0",
                "--snapshot",
                folder.resolve("registers"),
                "--out",
                folder.resolve("nation"),
                claims);
        try (ChildJvm settling = ChildJvm.madoguchi(command)) {
            settling.await("a mark", () -> Files.exists(folder.resolve("nation/run.mark")));
            settling.kill();
        }
    }

    /** What a command said, which must succeed. */
    private static String said(Object... words) {
        Spoken spoken = Spoken.by(words(words));
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken.out();
    }

    private static String[] words(Object... words) {
        return Stream.of(words)
                .flatMap(word -> word instanceof List<?> many ? many.stream() : Stream.of(word))
                .map(Object::toString)
                .toArray(String[]::new);
    }

    private static Map<String, Long> rules(String told) {
        Map<String, Long> rules = new TreeMap<>();
        for (Matcher found = RULE.matcher(told); found.find(); ) {
            rules.put(found.group(2), Long.parseLong(found.group(1).replace(",", "")));
        }
        return rules;
    }

    private Map<String, Long> figures() throws IOException {
        return Files.readAllLines(folder.resolve("agency/2026-05-1/figures.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(
                        cells -> cells[0], cells -> Long.parseLong(cells[1]), Long::sum, TreeMap::new));
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> there = Files.list(in)) {
            return there.map(path -> path.getFileName().toString()).toList();
        }
    }

    /** The receipts of every file as they stand, by destination. */
    private static Map<String, List<String>> byDestination(Path in) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (String name : names(in)) {
            if (name.endsWith(".UKE")) {
                found.put(name.replace(".UKE", ""), receipts(List.of(in.resolve(name))));
            }
        }
        return found;
    }

    /** The same of the agency's folders; public payers alone have a folder each there, and are one file here. */
    private Map<String, List<String>> ofTheAgency() throws IOException {
        Path out = folder.resolve("agency/2026-05-1");
        Map<String, List<Path>> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out)) {
            for (Path file : all.filter(path -> path.toString().matches(".*\\.(UKE|HEN)"))
                    .toList()) {
                files.computeIfAbsent(destination(out.relativize(file)), any -> new ArrayList<>())
                        .add(file);
            }
        }
        Map<String, List<String>> found = new TreeMap<>();
        for (Map.Entry<String, List<Path>> one : files.entrySet()) {
            found.put(one.getKey(), receipts(one.getValue()));
        }
        return found;
    }

    private String destination(Path file) {
        return switch (file.getName(0).toString()) {
            case "payers" ->
                Files.exists(folder.resolve("nation").resolve(file.getName(2) + ".UKE"))
                        ? file.getName(2).toString()
                        : "public";
            case "returns" -> "returned";
            default -> "open";
        };
    }

    private static List<String> receipts(List<Path> files) throws IOException {
        List<String> receipts = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                ClaimReader.receipts(in)
                        .map(receipt -> new String(receipt.lines().bytes(), StandardCharsets.ISO_8859_1))
                        .forEach(receipts::add);
            }
        }
        return receipts.stream().sorted().toList();
    }
}
