package madoguchi.stats;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import madoguchi.core.Text;

/**
 * 利用率の報告 – a month by facility, kind of facility, prefecture and nation. A pure function of the ledger's fold, the receipts and the master list.
 *
 * @param month of the verifications and of care
 * @param rows one for each facility, in the order of the codes
 */
public record UsageReport(YearMonth month, List<UsageRow> rows) {

    /** Copies the list. */
    public UsageReport {
        rows = List.copyOf(rows);
    }

    static UsageReport of(UsageMonth used, Map<String, Long> receipts, FacilityMaster master) {
        TreeSet<String> all = new TreeSet<>(used.facilities().keySet());
        all.addAll(receipts.keySet());
        return new UsageReport(
                used.month(),
                all.stream()
                        .map(code -> row(code, used.of(code), Optional.ofNullable(receipts.get(code)), master))
                        .toList());
    }

    static UsageRow row(String code, FacilityUse use, Optional<Long> receipts, FacilityMaster master) {
        String name = master.name(code).orElse(code);
        return new UsageRow(
                code,
                new Text(name, name),
                1,
                use.tally(),
                use.people(),
                receipts.isPresent() ? use.people() : 0,
                receipts.orElse(0L),
                receipts.isPresent() ? 0 : 1);
    }

    /** 全国 – everything together. */
    public UsageRow nation() {
        return rows.stream()
                .reduce(
                        new UsageRow("nation", new Text("全国", "the nation"), 0, Tally.NOTHING, 0, 0, 0, 0),
                        UsageRow::plus);
    }

    /** 施設の種類ごと, in the order of seed 001's table; only those that occur. */
    public List<UsageRow> kinds(FacilityMaster master) {
        return grouped(row -> {
            FacilityKind kind = master.kind(row.key());
            return new Group(Integer.toString(List.of(FacilityKind.values()).indexOf(kind)), kind.word(), kind.label());
        });
    }

    /** 都道府県ごと, in the order of their numbers; only those that occur. */
    public List<UsageRow> prefectures() {
        return grouped(row -> {
            Prefecture prefecture = Prefecture.of(row.key());
            return new Group(prefecture.code(), prefecture.code(), prefecture.label());
        });
    }

    private record Group(String order, String key, Text label) {}

    private List<UsageRow> grouped(Function<UsageRow, Group> by) {
        Map<String, UsageRow> groups = new TreeMap<>();
        rows.forEach(row -> {
            Group group = by.apply(row);
            groups.merge(
                    group.order(),
                    new UsageRow(
                            group.key(), group.label(), 1, row.tally(), row.people(), row.billed(), row.receipts(), row.waiting()),
                    UsageRow::plus);
        });
        return List.copyOf(groups.values());
    }

    /** The facilities of one kind or one prefecture (two digits). */
    UsageReport only(String key, FacilityMaster master) {
        return new UsageReport(
                month,
                rows.stream()
                        .filter(row -> master.kind(row.key()).word().equals(key)
                                || Prefecture.of(row.key()).code().equals(key))
                        .toList());
    }

    /** One facility; a row of nothing where it asked nothing. */
    UsageRow facility(String code, FacilityMaster master) {
        return rows.stream()
                .filter(row -> row.key().equals(code))
                .findFirst()
                .orElseGet(() -> row(code, FacilityUse.NOTHING, Optional.empty(), master));
    }
}
