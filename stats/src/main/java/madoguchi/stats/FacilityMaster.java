package madoguchi.stats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;

/**
 * 施設の台帳 – what the code of a facility does not tell: whether it is a hospital or a clinic, and its name. Data of whoever runs this ({@code facilities.csv} in the data folder); without it,
 * medical facilities stand under {@link FacilityKind#MEDICAL}.
 */
public final class FacilityMaster {

    private static final int COLUMNS = 3;

    private record Entry(FacilityKind kind, String name) {}

    private final Map<String, Entry> entries;

    private FacilityMaster(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** A list without anybody in it: only the codes speak. */
    public static FacilityMaster none() {
        return new FacilityMaster(Map.of());
    }

    /**
     * 読取 – a CSV in UTF-8: {@code code,kind,name}; code has 10 digits, kind is {@code hospital}, {@code clinic}, {@code dental}, {@code pharmacy} or {@code other}, name may be empty. A file that is not there is an empty list.
     *
     * @return every fault at once, by line
     */
    public static Parsed<FacilityMaster> read(Path file) {
        if (!Files.exists(file)) {
            return Parsed.of(none());
        }
        try {
            return read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Parsed.fault(
                    file.getFileName().toString(), "読めません（UTF-8の文字ではありません）。", "It cannot be read as text in UTF-8.");
        }
    }

    static Parsed<FacilityMaster> read(String text) {
        Map<String, Entry> entries = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<List<String>> rows = Csv.rows(text);
        for (int i = 0; i < rows.size(); i++) {
            String place = (i + 2) + "行目 line " + (i + 2);
            List<String> row = rows.get(i);
            Optional<FacilityKind> kind = row.size() == COLUMNS ? FacilityKind.of(row.get(1)) : Optional.empty();
            if (row.size() != COLUMNS) {
                problems.add(Problem.at(
                        place, "列が3つではありません（code,kind,name）。", "There are not three columns (code,kind,name)."));
                continue;
            }
            if (kind.isEmpty()) {
                problems.add(Problem.at(
                        place,
                        "種類は hospital・clinic・dental・pharmacy・other のどれかです。",
                        "The kind is hospital, clinic, dental, pharmacy or other."));
            }
            switch (MedicalInstitutionCode.parse(place, row.get(0))) {
                case Parsed.Value<MedicalInstitutionCode>(var code) -> {
                    if (kind.isPresent()
                            && entries.putIfAbsent(code.digits(), new Entry(kind.get(), row.get(2))) != null) {
                        problems.add(Problem.at(place, "同じ医療機関コードが前の行にあります。", "This code stands on an earlier line."));
                    }
                }
                case Parsed.Faults<MedicalInstitutionCode>(var faults) -> problems.addAll(faults);
            }
        }
        return problems.isEmpty() ? Parsed.of(new FacilityMaster(entries)) : new Parsed.Faults<>(problems);
    }

    /** Its kind: by the list, else by its code. */
    public FacilityKind kind(String facility) {
        Entry known = entries.get(facility);
        return known == null ? FacilityKind.coded(facility) : known.kind();
    }

    /** Its name; empty where the list has none. */
    public Optional<String> name(String facility) {
        return Optional.ofNullable(entries.get(facility)).map(Entry::name).filter(name -> !name.isBlank());
    }

    /** How many facilities are on the list. */
    public int size() {
        return entries.size();
    }
}
