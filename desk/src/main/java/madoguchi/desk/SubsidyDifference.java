package madoguchi.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import madoguchi.charge.Accumulator;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.RecipientNumber;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;

/** 助成の違い – what a certificate says otherwise than the one stored, item by item, in the order a clerk compares them. */
final class SubsidyDifference {

    private SubsidyDifference() {}

    static List<Difference> between(SubsidyCertificate before, SubsidyCertificate now) {
        List<Difference> found = new ArrayList<>();
        compare(found, new Text("受給者証名", "certificate"), before.name(), now.name());
        compare(found, new Text("発行元", "issuer"), before.issuer(), now.issuer());
        compare(
                found,
                new Text("負担者番号", "payer number"),
                before.payer().orElse(""),
                now.payer().orElse(""));
        compare(found, new Text("受給者番号", "recipient number"), recipient(before), recipient(now));
        compare(
                found,
                new Text("区分", "segment"),
                before.segment().orElse(""),
                now.segment().orElse(""));
        compare(
                found,
                new Text("所得区分", "income segment"),
                before.incomeSegment().orElse(""),
                now.incomeSegment().orElse(""));
        compare(
                found,
                new Text("有効期間", "valid"),
                Days.through(before.valid()).ja(),
                Days.through(now.valid()).ja());
        compare(found, new Text("自己負担上限額", "ceiling"), ceilings(before), ceilings(now));
        compare(found, new Text("合算", "summed"), summed(before), summed(now));
        compare(
                found,
                new Text("指定医療機関", "designated institutions"),
                before.institutions().orElse(""),
                now.institutions().orElse(""));
        compare(found, new Text("償還払い", "reimbursed"), reimbursed(before), reimbursed(now));
        compare(
                found,
                new Text("特記事項", "remarks"),
                before.remarks().orElse(""),
                now.remarks().orElse(""));
        return List.copyOf(found);
    }

    private static void compare(List<Difference> found, Text item, String before, String now) {
        if (!before.equals(now)) {
            found.add(new Difference(item, before, now));
        }
    }

    private static String recipient(SubsidyCertificate certificate) {
        return certificate.recipient().map(RecipientNumber::text).orElse("");
    }

    /** Kind, amount and span of each ceiling, as on the pages; one amount for everything together is said once. */
    static String ceilings(SubsidyCertificate certificate) {
        List<Ceiling> all = certificate.ceilings();
        boolean together = certificate.summed().size() == CeilingKind.values().length
                && !all.isEmpty()
                && all.stream()
                                .map(one -> List.of(one.span(), one.yen(), one.times()))
                                .distinct()
                                .count()
                        == 1;
        return together
                ? new Accumulator(certificate.summed()).label().ja() + " " + amount(all.getFirst())
                : all.stream()
                        .map(SubsidyDifference::ceiling)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("、"));
    }

    private static String ceiling(Ceiling ceiling) {
        return ceiling.kind().label().ja() + " " + amount(ceiling);
    }

    private static String amount(Ceiling ceiling) {
        String span =
                switch (ceiling.span()) {
                    case MONTH -> "月";
                    case DAY -> "日";
                    case VISIT -> "回";
                };
        return span + String.format(Locale.ROOT, "%,d", ceiling.yen()) + "円"
                + ceiling.times().map(times -> "（月" + times + "まで）").orElse("");
    }

    private static String summed(SubsidyCertificate certificate) {
        return certificate.summed().isEmpty()
                ? ""
                : new Accumulator(certificate.summed()).label().ja();
    }

    private static String reimbursed(SubsidyCertificate certificate) {
        return certificate.alwaysReimbursed() ? "常に償還払い" : "現物給付";
    }
}
