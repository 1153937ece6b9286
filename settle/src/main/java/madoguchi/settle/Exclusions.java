package madoguchi.settle;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import madoguchi.core.Coverage;
import madoguchi.core.LimitCertificate;
import madoguchi.uke.Charge;
import madoguchi.uke.CopaymentKind;
import madoguchi.uke.FileKind;
import madoguchi.uke.HO;
import madoguchi.uke.MF;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import madoguchi.uke.Unit;

/** 対象外 – why a claim that another coverage fits is not transferred or split all the same. Which reasons hold in a month, the rules say. */
final class Exclusions {

    private final Claimed claimed;
    private final Coverage from;
    private final List<Part> parts;
    private final SettleRules rules;

    /** @param from the coverage on the claim */
    Exclusions(Claimed claimed, Coverage from, List<Part> parts, SettleRules rules) {
        this.claimed = claimed;
        this.from = from;
        this.parts = parts;
        this.rules = rules;
    }

    /** The first rule that keeps the claim where it is. */
    Optional<SettleRule> first() {
        return rule("X-PUBLIC", () -> !receipt().kos().isEmpty())
                .or(() -> rules.find("X-REMARK").filter(this::isRemarked))
                .or(() -> rule("X-LIMIT-ANY", this::isLimited))
                .or(() -> rule("X-LIMIT-CLASS", () -> isLimited() && changes(this::changesLimit)))
                .or(() -> rule("X-SHARE", () -> changes(this::changesShare)))
                .or(() -> parts.size() == 1 ? Optional.empty() : ofSplit());
    }

    private Optional<SettleRule> ofSplit() {
        return rule("X-SPLIT-LIMIT", this::isLimited)
                .or(() -> rule(
                        "X-SPLIT-MEALS",
                        () -> receipt().ho().flatMap(Exclusions::meals).isPresent()))
                .or(() -> rule("X-SPLIT-RECORDS", this::hasHiddenColumns))
                .or(() -> rule("X-SPLIT-DAYS", this::lacksDays))
                .or(() -> rule("X-SPLIT-SUM", this::doesNotAddUp));
    }

    private Optional<SettleRule> rule(String id, BooleanSupplier holds) {
        return rules.find(id).filter(rule -> holds.getAsBoolean());
    }

    private Receipt receipt() {
        return claimed.receipt();
    }

    private boolean isRemarked(SettleRule rule) {
        return receipt().re().map(RE::specialRemarks).orElse(List.of()).stream().anyMatch(rule.values()::contains);
    }

    private boolean isLimited() {
        return receipt().mfs().stream()
                        .map(MF::kind)
                        .flatMap(Optional::stream)
                        .anyMatch(kind -> kind == CopaymentKind.IN_KIND || kind == CopaymentKind.IN_KIND_MANY)
                || receipt().ho().filter(ho -> ho.shareYen().isPresent()).isPresent();
    }

    /** 新旧の違い – compares the claimed coverage with another one on a day. */
    private interface Change {
        boolean between(Coverage from, Coverage to, LocalDate day);
    }

    private boolean changes(Change change) {
        return parts.stream()
                .filter(part -> !Same.number(part.insured(), claimed.insured()))
                .anyMatch(part -> change.between(
                        from, part.stay().coverage(), claimed.day(Integer.numberOfTrailingZeros(part.days()))));
    }

    private boolean changesLimit(Coverage old, Coverage found, LocalDate day) {
        Optional<LimitCertificate> before = old.limit();
        Optional<LimitCertificate> now =
                found.limit().filter(certificate -> certificate.valid().contains(day));
        return before.isEmpty()
                || now.isEmpty()
                || before.get().limitClass() != now.get().limitClass();
    }

    private boolean changesShare(Coverage old, Coverage found, LocalDate day) {
        OptionalInt before = Share.percent(old, day);
        OptionalInt now = Share.percent(found, day);
        return before.isEmpty() || now.isEmpty() || before.getAsInt() != now.getAsInt();
    }

    private static Optional<Integer> meals(HO ho) {
        return ho.meals().isPresent() ? Optional.of(ho.meals().getAsInt()) : Optional.empty();
    }

    private boolean hasHiddenColumns() {
        return receipt().kind() == FileKind.DISPENSING || receipt().kind() == FileKind.NURSING;
    }

    private boolean lacksDays() {
        List<Unit> units = receipt().units();
        int outside = ~claimed.days();
        return units.stream().noneMatch(Unit::isCharged)
                || units.stream().anyMatch(unit -> unit.isCharged() && unit.dayMask() == 0)
                || units.stream().anyMatch(unit -> (unit.dayMask() & outside) != 0);
    }

    private boolean doesNotAddUp() {
        List<Unit> units = receipt().units();
        long points = units.stream().mapToLong(Unit::total).sum();
        boolean counted = receipt().all(Charge.class).stream()
                .allMatch(charge -> charge.count().isEmpty()
                        || charge.count().getAsInt()
                                == java.util.Arrays.stream(charge.days()).sum());
        return !counted
                || receipt()
                        .ho()
                        .map(HO::points)
                        .filter(total -> Objects.equals(total, OptionalInt.of((int) points)))
                        .isEmpty();
    }
}
