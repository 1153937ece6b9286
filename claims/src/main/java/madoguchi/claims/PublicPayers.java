package madoguchi.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Coverage;
import madoguchi.core.SchemeMaster;
import madoguchi.core.SubsidyScheme;
import madoguchi.core.Typed;
import madoguchi.uke.KO;
import madoguchi.uke.Receipt;

/*
 * Each KO record looks for its subsidy among those of the receptions of the month: first the one with both numbers, then one of the same payer, then one of the same
 * 法別番号 that no other KO has taken. What is left over on either side is a missing record, or a payer nobody looked at. A receipt without any reception is not
 * judged here: the visit book has nothing to compare it with.
 */

/** 公費の突合 – the KO records of a receipt beside what the desk knows of the patient's subsidies ({@code claims-uke.md} §2 KO, {@code pmh.md} §4.3). Pure. */
final class PublicPayers {

    private static final int RECIPIENT_DIGITS = 7;
    private static final int LOCAL = 1_000;
    private static final Comparator<ClaimSubsidy> BEST_FIRST = Comparator.comparing(ClaimSubsidy::state);

    private final List<KO> records;
    private final List<ClaimVisit> about;
    private final List<ClaimSubsidy> known;

    private PublicPayers(Receipt receipt, List<ClaimVisit> about) {
        this.records = receipt.kos();
        this.about = about;
        this.known = known(about);
    }

    /** Everything that is to say of the public payers of one receipt; each thing once. */
    static List<ClaimFinding> findings(Receipt receipt, List<ClaimVisit> about) {
        return new PublicPayers(receipt, about)
                .rules()
                .distinct()
                .map(ClaimFinding::of)
                .toList();
    }

    /* One of each number: the best that any reception of the month made of it. */
    private static List<ClaimSubsidy> known(List<ClaimVisit> about) {
        Map<String, ClaimSubsidy> byNumbers = new LinkedHashMap<>();
        about.stream()
                .flatMap(visit -> visit.subsidies().stream())
                .forEach(one -> byNumbers.merge(
                        one.payer() + "/" + one.recipient().orElse(""),
                        one,
                        (a, b) -> BEST_FIRST.compare(a, b) <= 0 ? a : b));
        return List.copyOf(byNumbers.values());
    }

    private Stream<String> rules() {
        List<ClaimSubsidy> left = new ArrayList<>(known);
        List<String> rules = new ArrayList<>();
        List<KO> open = new ArrayList<>(records);
        open.removeIf(ko -> taken(ko, left, one -> isSame(ko, one), rules, Optional.empty()));
        open.removeIf(ko -> taken(ko, left, one -> one.payer().equals(ko.payer()), rules, Optional.of("C-KO-NUMBER")));
        open.removeIf(ko -> taken(ko, left, one -> isAlike(ko, one), rules, Optional.of("C-KO-NUMBER")));
        if (open.stream().anyMatch(ko -> !isSeen(ko))) {
            rules.add("C-SUBSIDY");
        }
        if (left.stream().anyMatch(one -> one.state() == ClaimSubsidy.State.IN_KIND)) {
            rules.add("C-KO-MISSING");
        }
        if (!isInOrder()) {
            rules.add("C-KO-ORDER");
        }
        return rules.stream();
    }

    private interface Fits {
        boolean fits(ClaimSubsidy one);
    }

    private static boolean taken(
            KO ko, List<ClaimSubsidy> left, Fits fits, List<String> rules, Optional<String> differs) {
        Optional<ClaimSubsidy> found = left.stream().filter(fits::fits).min(BEST_FIRST);
        found.ifPresent(one -> {
            left.remove(one);
            differs.ifPresent(rules::add);
            switch (one.state()) {
                case IN_KIND -> {
                    if (isOver(ko, one)) {
                        rules.add("C-KO-CEILING");
                    }
                }
                case REIMBURSED -> rules.add("C-KO-REIMBURSED");
                case NOT_CONFIRMED -> rules.add("C-SUBSIDY");
            }
        });
        return found.isPresent();
    }

    /* A local number that has no room on the record (seven digits) is not compared. */
    private static boolean isSame(KO ko, ClaimSubsidy one) {
        return one.payer().equals(ko.payer())
                && one.recipient()
                        .map(Typed::key)
                        .filter(number -> Typed.isDigits(number) && number.length() <= RECIPIENT_DIGITS)
                        .map(number -> Typed.numberKey(number).equals(Typed.numberKey(ko.recipient())))
                        .orElse(true);
    }

    private static boolean isAlike(KO ko, ClaimSubsidy one) {
        return ko.payer().length() > 2 && one.payer().startsWith(ko.payer().substring(0, 2));
    }

    private static boolean isOver(KO ko, ClaimSubsidy one) {
        return ko.shareYen().isPresent()
                && one.monthlyYen()
                        .filter(most -> ko.shareYen().getAsInt() > most)
                        .isPresent();
    }

    /* Medical assistance is a coverage of its own; a ticket or certificate that a step of the reception rests on was seen, too. */
    private boolean isSeen(KO ko) {
        return about.stream()
                .anyMatch(visit -> visit.subsidySeen()
                        || visit.active().stream()
                                .map(Coverage::id)
                                .anyMatch(id -> id.insurer().digits().equals(ko.payer())));
    }

    private boolean isInOrder() {
        List<Integer> places = records.stream().map(PublicPayers::place).toList();
        return places.equals(places.stream().sorted().toList());
    }

    /** 公費優先順位 of a payer number; every local scheme has the last place. */
    private static int place(KO ko) {
        return SchemeMaster.load()
                .of(ko.payer())
                .filter(SubsidyScheme::national)
                .map(scheme -> Integer.parseInt(scheme.cells().getOrDefault("order", "0")))
                .orElse(LOCAL);
    }
}
