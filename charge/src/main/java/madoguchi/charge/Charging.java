package madoguchi.charge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/*
 * Insurance pays first: what it leaves is the insurance share (bounded by 高額療養費). Each subsidy in kind then takes what it helps with of what is left, in the order of schemes.csv, local ones last, at most
 * four; what nobody takes is the patient's. For a national scheme the patient's part is the smallest of: its percent of the total, what is left, what is left of the ceiling (pmh.md §5.3). For a local
 * scheme it is what its form makes of what is left. Where a public payer takes the place of the insurance, the insurance pays nothing.
 *
 * Nothing is rounded on the way: amounts stay whole yen, and only the counter rounds.
 */

/** 一部負担金の計算 – reckons a bill with the subsidies held: the same input gives the same charge. */
public final class Charging {

    private final Bill bill;
    private final List<Charge.SubsidyPart> parts = new ArrayList<>();
    private long left;

    private Charging(Bill bill, long left) {
        this.bill = bill;
        this.left = left;
    }

    /** Who pays what of this bill. The order in which the subsidies are given does not matter, except among local ones. */
    public static Charge charge(Bill bill, List<Held> held) {
        List<Held> ordered = inOrder(bill, held);
        List<Held> inKind = ordered.stream().filter(one -> isInKind(bill, one)).toList();
        boolean instead = inKind.stream().anyMatch(one -> takesTheInsurancesPlace(bill, one));
        long share = instead ? bill.totalYen() : bill.share();
        int most =
                Math.toIntExact(Terms.numbers(Terms.get("C-FOUR", bill.day())).getFirst());
        Charging charging = new Charging(bill, share);
        inKind.stream().limit(most).forEach(charging::take);
        inKind.stream()
                .skip(most)
                .forEach(one -> charging.pass(one, Delivery.reimbursed(Delivery.Reason.BEYOND_FOUR, bill)));
        ordered.stream().filter(one -> !isInKind(bill, one)).forEach(one -> charging.pass(one, Delivery.of(bill, one)));
        return new Charge(bill.day(), bill.totalYen(), insurance(bill, share, instead), charging.parts, charging.left);
    }

    /** 公費優先順位 – the subsidies in the order of application; local ones keep the order in which they are given. */
    public static List<Held> inOrder(Bill bill, List<Held> held) {
        return held.stream()
                .sorted(Comparator.comparingInt(one -> Schemes.order(one.certificate(), bill.day())))
                .toList();
    }

    private static boolean isInKind(Bill bill, Held held) {
        return Delivery.of(bill, held) instanceof Delivery.InKind;
    }

    private static boolean takesTheInsurancesPlace(Bill bill, Held held) {
        return Schemes.of(held.certificate(), bill.day())
                .map(row -> row.cell("insurance").equals("instead"))
                .orElse(false);
    }

    private static Charge.Part insurance(Bill bill, long share, boolean instead) {
        if (instead) {
            Ruling row = Terms.get("C-INSTEAD", bill.day());
            return new Charge.Part(0, List.of(row), row.text());
        }
        List<Ruling> rows = new ArrayList<>(List.of(Terms.get("C-INSURANCE", bill.day())));
        Optional<Ruling> limit = bill.limit().filter(row -> bill.isLimited());
        limit.ifPresent(rows::add);
        Text rate = bill.rate().label();
        return new Charge.Part(
                bill.totalYen() - share,
                rows,
                limit.map(row -> new Text(
                                "自己負担" + rate.ja() + "を限度額（" + row.text().ja() + "）まで",
                                "share " + rate.en() + ", up to the limit ("
                                        + row.text().en() + ")"))
                        .orElseGet(() -> new Text("自己負担" + rate.ja(), "share " + rate.en())));
    }

    private void pass(Held held, Delivery delivery) {
        parts.add(new Charge.SubsidyPart(
                held,
                Optional.empty(),
                delivery,
                new Charge.Part(0, List.of(delivery.row()), delivery.row().text()),
                left,
                false));
    }

    private void take(Held held) {
        Reckoned own = reckon(held);
        Optional<Ceilings.Remaining> cap =
                Ceilings.remaining(held.certificate(), bill.service(), bill.day(), held.paid());
        long patient = cap.map(most -> Math.min(own.patient(), most.yen())).orElse(own.patient());
        boolean reached = cap.filter(most -> own.patient() >= most.yen()).isPresent();
        Text why = cap.filter(most -> reached)
                .map(most -> both(own.why(), capped(most)))
                .orElse(own.why());
        parts.add(new Charge.SubsidyPart(
                held,
                Optional.of(parts.size() + 1),
                Delivery.of(bill, held),
                new Charge.Part(left - patient, own.rows(), why),
                patient,
                reached));
        left = patient;
    }

    /* What the scheme itself leaves to the patient, before ceilings. */
    private record Reckoned(long patient, List<Ruling> rows, Text why) {}

    private Reckoned reckon(Held held) {
        return Schemes.of(held.certificate(), bill.day())
                .map(row -> national(row, held))
                .or(() -> LocalSchemes.of(held.certificate(), bill.day()).map(row -> local(row, held)))
                .orElseGet(() -> {
                    Ruling unknown = Terms.get("C-LOCAL-UNKNOWN", bill.day());
                    return new Reckoned(left, List.of(unknown), unknown.text());
                });
    }

    private Reckoned national(Ruling row, Held held) {
        String share = row.cell("share");
        return switch (share) {
            case "share" ->
                new Reckoned(
                        left, List.of(row), new Text("保険の自己負担分から、上限額まで", "the insurance share, up to the ceiling"));
            case "stated" ->
                new Reckoned(
                        isStated(held) ? left : 0,
                        List.of(row),
                        new Text("券面に書かれた自己負担額だけ", "only the amount stated on the certificate"));
            default -> {
                int percent = Integer.parseInt(share);
                yield new Reckoned(
                        Math.min(left, Yen.percent(bill.totalYen(), percent)),
                        List.of(row),
                        new Text("医療費の" + percent + "％", percent + "% of the total cost"));
            }
        };
    }

    /* With a ceiling the ceiling decides; without one nothing is stated. */
    private boolean isStated(Held held) {
        return held.certificate().ceilings().stream()
                .anyMatch(ceiling -> Ceilings.applies(ceiling, held.certificate(), bill.service()));
    }

    private Reckoned local(Ruling row, Held held) {
        LocalForm form = LocalSchemes.form(row, bill.service());
        List<Paid> here = held.paid().stream().filter(Paid::here).toList();
        return new Reckoned(
                form.patient(left, bill.totalYen(), bill.day(), here),
                List.of(row),
                form.helps()
                        ? new Text(
                                "自治体の決まり: " + row.text().ja(),
                                "rule of the municipality: " + row.text().en())
                        : new Text("この種類の医療費は助成の対象でない", "not helped for this kind of care"));
    }

    private static Text capped(Ceilings.Remaining most) {
        long yen = most.ceiling().yen();
        return new Text(
                "上限額" + yen + "円の残り" + most.yen() + "円まで",
                "up to " + most.yen() + " yen left of the ceiling of " + yen);
    }

    private static Text both(Text one, Text other) {
        return new Text(one.ja() + "、" + other.ja(), one.en() + "; " + other.en());
    }
}
