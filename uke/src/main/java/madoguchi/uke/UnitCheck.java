package madoguchi.uke;

/** 算定単位の検査 – burden signs, counts and days of the charges, and the sum of points for each payer ({@code claims-uke.md} §2, §5.2, §8.4). */
final class UnitCheck {

    private final Findings findings;
    private final Payers payers;

    UnitCheck(Findings findings, Payers payers) {
        this.findings = findings;
        this.payers = payers;
    }

    /** Checks the charges of a receipt and adds their points to those of each payer: 0 医保, 1 to 4 公費. */
    void check(Receipt receipt, long[] points) {
        for (Unit unit : receipt.units()) {
            boolean charged = false;
            for (int i = unit.from(); i < unit.to(); i++) {
                if (receipt.lines().get(i).typed() instanceof Charge charge) {
                    charged = true;
                    burden(charge, i);
                    days(charge, i);
                }
            }
            if (charged && !unit.isCharged()) {
                findings.line("U-325", unit.to() - 1);
            }
            int carried = Burden.payers(unit.burden()).orElse(0);
            for (int payer = 0; payer < points.length; payer++) {
                points[payer] += ((carried >> payer) & 1) * unit.total();
            }
        }
    }

    private void burden(Charge charge, int index) {
        int named = Burden.payers(charge.burden()).orElse(0);
        if (named == 0) {
            findings.item("U-321", index, Item.BURDEN);
        } else if (charge.burden() != '9' && (named & ~payers.mask()) != 0) {
            findings.item("U-322", index, Item.BURDEN);
        }
    }

    private void days(Charge charge, int index) {
        if (charge.count().isPresent()) {
            int sum = 0;
            for (int day : charge.days()) {
                sum += day;
            }
            if (sum != charge.count().getAsInt()) {
                findings.item("U-318", index, Item.COUNT);
            }
        }
    }
}
