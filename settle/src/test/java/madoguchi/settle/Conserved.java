package madoguchi.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import madoguchi.uke.ClaimCheck;
import madoguchi.uke.Confirmation;
import madoguchi.uke.Item;
import madoguchi.uke.Line;
import madoguchi.uke.Part.Head;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;
import madoguchi.uke.Remarks;

/** 保存則 – what must be true of every disposition, whatever the rule: nothing is lost, nothing is invented, nothing is touched that need not be. */
final class Conserved {

    private final Head head;
    private final Receipt whole;
    private final Disposition disposition;

    Conserved(Head head, Receipt whole, Disposition disposition) {
        this.head = head;
        this.whole = whole;
        this.disposition = disposition;
    }

    void hold() {
        List<Receipt> parts = disposition.bills().stream().map(Bill::receipt).toList();
        if (disposition.rule().outcome().isReturned()) {
            assertThat(parts).isEmpty();
            return;
        }
        if (disposition.rule().outcome() == Outcome.SPLIT) {
            assertThat(parts).hasSizeGreaterThan(1);
            parts.forEach(this::everyLineIsFromTheWhole);
            assertThat(timesByDay(parts)).isEqualTo(timesByDay(List.of(whole)));
            assertThat(sum(parts, Item.POINTS)).isEqualTo(sum(List.of(whole), Item.POINTS));
            assertThat(sum(parts, Item.DAYS)).isEqualTo(sum(List.of(whole), Item.DAYS));
            assertThat(visits(parts)).containsExactlyElementsOf(visits(List.of(whole)));
            everyOtherLineIsInEveryPart(parts);
        } else {
            assertThat(parts).hasSize(1);
            onlyTheConfirmationChanged(parts.getFirst());
        }
        Set<String> before = faults(whole);
        parts.forEach(part -> assertThat(before).containsAll(faults(part)));
    }

    private void onlyTheConfirmationChanged(Receipt only) {
        assertThat(bytes(only, true)).isEqualTo(bytes(whole, true));
        assertThat(only.lines().size() - whole.lines().size()).isBetween(0, 1);
    }

    private static boolean isInsuranceSn(Line line) {
        return line.id() == RecordId.SN && line.text(Item.PAYER_KIND).equals("1");
    }

    /** Lines as the bytes they are, one letter a byte. */
    private static List<String> bytes(Receipt receipt, boolean withoutSn) {
        List<String> lines = new ArrayList<>(receipt.lines().size());
        for (Line line : receipt.lines()) {
            if (!withoutSn || !isInsuranceSn(line)) {
                lines.add(bytes(line));
            }
        }
        return lines;
    }

    private static String bytes(Line line) {
        return new String(line.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static boolean mayChange(Line line) {
        return switch (line.id()) {
            case RE, HO, KO, JD -> true;
            case SN -> isInsuranceSn(line);
            default -> TroubledReceipts.isCharge(line.id());
        };
    }

    private void everyLineIsFromTheWhole(Receipt part) {
        Set<String> own = Set.copyOf(bytes(whole, false));
        for (Line line : part.lines()) {
            boolean split = line.id() == RecordId.CO && line.text(Item.CODE).equals(Remarks.SPLIT);
            assertThat(split || mayChange(line) || own.contains(bytes(line)) || gotCategory(line))
                    .isTrue();
        }
        assertThat(part.sn(1).orElseThrow().confirmation()).contains(Confirmation.SPLIT);
    }

    /** A comment that came to stand first in its group says the group's 診療識別. */
    private boolean gotCategory(Line line) {
        return whole.lines().stream()
                .anyMatch(old -> old.id() == line.id()
                        && old.isEmpty(Item.CATEGORY)
                        && old.with(Item.CATEGORY, line.text(Item.CATEGORY)).sameBytes(line));
    }

    private void everyOtherLineIsInEveryPart(List<Receipt> parts) {
        for (Line line : whole.lines()) {
            if (line.id() == RecordId.SY
                    || line.id() == RecordId.SJ
                    || line.id() == RecordId.MF
                    || line.id() == RecordId.HS) {
                assertThat(parts).allMatch(part -> part.lines().stream().anyMatch(line::sameBytes));
            }
        }
        for (Line line : whole.lines()) {
            if (line.id() == RecordId.CO) {
                assertThat(parts)
                        .anyMatch(part -> part.lines().stream()
                                .anyMatch(there -> there.text(Item.CODE).equals(line.text(Item.CODE))
                                        && there.text(Item.TEXT).equals(line.text(Item.TEXT))));
            }
        }
    }

    /** For each act and day, how often, and with how many points a time. */
    private static Map<String, Long> timesByDay(List<Receipt> receipts) {
        Map<String, Long> times = new HashMap<>();
        for (Receipt receipt : receipts) {
            for (Line line : receipt.lines()) {
                if (TroubledReceipts.isCharge(line.id())) {
                    int[] days = line.days();
                    String act = line.text(Item.CODE) + " " + line.text(Item.QUANTITY) + " " + line.text(Item.POINTS);
                    for (int day = 0; day < 31; day++) {
                        if (days[day] > 0) {
                            times.merge(act + " " + day, (long) days[day], Long::sum);
                        }
                    }
                    times.merge(act + " count", line.number(Item.COUNT).orElse(0) + 0L, Long::sum);
                }
            }
        }
        return times;
    }

    private static long sum(List<Receipt> receipts, Item item) {
        return receipts.stream()
                .mapToLong(receipt -> receipt.lines()
                        .get(receipt.indexOf(RecordId.HO))
                        .number(item)
                        .orElse(0))
                .sum();
    }

    /** Each JD with each of its days; a day in two parts would be there twice. */
    private static List<String> visits(List<Receipt> receipts) {
        List<String> visits = new ArrayList<>();
        for (Receipt receipt : receipts) {
            receipt.jds().forEach(jd -> {
                int[] days = jd.days();
                for (int day = 0; day < 31; day++) {
                    if (days[day] > 0) {
                        visits.add(jd.payerKind().orElse(0) + " " + day + " " + days[day]);
                    }
                }
            });
        }
        visits.sort(null);
        return visits;
    }

    private Set<String> faults(Receipt receipt) {
        Set<String> faults = new TreeSet<>();
        ClaimCheck check = ClaimCheck.ofAnyFile(
                finding -> faults.add(finding.check().id() + " " + finding.record() + finding.field()));
        check.accept(head);
        check.accept(receipt);
        return faults;
    }

    static boolean same(Disposition one, Disposition other) {
        return one.rule().equals(other.rule())
                && one.bills().size() == other.bills().size()
                && one.missing().equals(other.missing())
                && java.util.stream.IntStream.range(0, one.bills().size())
                        .allMatch(i -> one.bills()
                                        .get(i)
                                        .insured()
                                        .equals(other.bills().get(i).insured())
                                && Arrays.equals(
                                        one.bills().get(i).receipt().lines().bytes(),
                                        other.bills().get(i).receipt().lines().bytes()));
    }
}
