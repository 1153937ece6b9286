package madoguchi.portal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.LimitCertificate;
import madoguchi.core.Scheme;

/** 資格の項目 – every item of a coverage, as label and value, in the order of the health-insurance screen. */
final class Items {

    private static final int PRESCHOOL = 20;
    private static final int ORDINARY = 30;
    private static final int SURELY_AT_SCHOOL = 7;
    private static final int SEVENTY = 70;

    private Items() {}

    static List<Item> of(Coverage coverage, LocalDate day, Page page) {
        List<Item> items = new ArrayList<>();
        boolean assistance = coverage.id().insurer().scheme().kind() == Scheme.Kind.MEDICAL_ASSISTANCE;
        items.add(new Item("class", page.t(coverage.kind().label())));
        coverage.id().symbol().ifPresent(symbol -> items.add(new Item("symbol", symbol)));
        items.add(new Item(assistance ? "recipient" : "number", coverage.id().number()));
        coverage.id().branch().ifPresent(branch -> items.add(new Item("branch", branch)));
        items.add(new Item(
                assistance ? "payer" : "insurer-number", coverage.id().insurer().digits()));
        items.add(new Item("insurer", coverage.insurerName()));
        share(coverage, day, page).ifPresent(share -> items.add(new Item("share", share)));
        coverage.relation().ifPresent(relation -> items.add(new Item("relation", page.t(relation.label()))));
        coverage.insuredName().ifPresent(name -> items.add(new Item("insured", name)));
        coverage.qualified().ifPresent(period -> {
            items.add(new Item("from", page.day(period.from())));
            period.end().ifPresent(end -> items.add(new Item("lost", page.day(end))));
        });
        coverage.cardValid().ifPresent(period -> items.add(new Item("valid", page.period(period))));
        coverage.elderly()
                .ifPresent(elderly -> items.add(
                        new Item("elderly", page.t(elderly.rate().label()) + "　" + page.period(elderly.valid()))));
        coverage.limit().ifPresent(limit -> items.add(new Item("limit", limit(limit, page))));
        coverage.diseases()
                .forEach(disease -> items.add(new Item(
                        "disease",
                        page.t(disease.category().label()) + "　"
                                + page.t("a-month").formatted(disease.selfPayYen()) + "　"
                                + page.period(disease.valid()))));
        coverage.holder().address().ifPresent(address -> items.add(new Item("address", address)));
        return List.copyOf(items);
    }

    private static String limit(LimitCertificate limit, Page page) {
        return page.t("limit-class") + " " + page.t(limit.limitClass().label()) + "　" + page.period(limit.valid());
    }

    /** The share as registered; else what the preschool mark or an age under 70 leaves no doubt about, named so; else none: then a certificate tells. */
    static Optional<String> share(Coverage coverage, LocalDate day, Page page) {
        if (coverage.kind() == CoverageClass.MEDICAL_ASSISTANCE
                || coverage.kind() == CoverageClass.SPECIAL_MEDICAL_EXPENSES) {
            return Optional.empty();
        }
        return coverage.rate()
                .or(() -> coverage.elderly()
                        .filter(elderly -> elderly.valid().contains(day))
                        .map(elderly -> elderly.rate()))
                .map(rate -> page.t(rate.label()))
                .or(() -> byAge(coverage, day).map(rate -> page.t(rate.label()) + " " + page.t("by-age")));
    }

    /* 未就学 2割; from school age to 69 3割 (健康保険法). At seven everybody is at school, and until then the mark of the register decides. */
    private static Optional<CopaymentRate> byAge(Coverage coverage, LocalDate day) {
        int age = Period.between(coverage.holder().birth(), day).getYears();
        if (coverage.preschool()) {
            return Optional.of(new CopaymentRate(PRESCHOOL));
        }
        return age >= SURELY_AT_SCHOOL && age < SEVENTY ? Optional.of(new CopaymentRate(ORDINARY)) : Optional.empty();
    }
}
