package madoguchi.charge;

import madoguchi.core.SubsidyCertificate;

/** 給付の方法 – whether a subsidy is taken off at the counter, and if not, why. */
public sealed interface Delivery {

    /** The row that says so. */
    Ruling row();

    /** 現物給付 – taken off at the counter. */
    record InKind(Ruling row) implements Delivery {}

    /** 償還払い – the patient pays, and asks the office that issued the certificate. */
    record Reimbursed(Reason reason, Ruling row) implements Delivery {}

    /** 現物給付にならない理由. */
    enum Reason {
        /** 受給者証の期間の外. */
        NOT_VALID("C-VALID"),
        /** この受付で確認できていない. */
        NOT_CONFIRMED("C-CONFIRMED"),
        /** 常に償還払い. */
        ALWAYS("C-ALWAYS"),
        /** ほかの都道府県の地方単独の助成. */
        OTHER_PREFECTURE("C-PREFECTURE"),
        /** 指定医療機関でない. */
        NOT_DESIGNATED("C-DESIGNATED"),
        /** 第五以降の公費 – a claim has no room for it. */
        BEYOND_FOUR("C-FOUR");

        private final String term;

        Reason(String term) {
            this.term = term;
        }
    }

    /** What holds for one subsidy on the day of the bill; the first reason of {@link Reason} that applies. */
    static Delivery of(Bill bill, Held held) {
        SubsidyCertificate certificate = held.certificate();
        if (!certificate.valid().contains(bill.day())) {
            return reimbursed(Reason.NOT_VALID, bill);
        }
        if (!held.confirmed()) {
            return reimbursed(Reason.NOT_CONFIRMED, bill);
        }
        if (certificate.alwaysReimbursed()) {
            return reimbursed(Reason.ALWAYS, bill);
        }
        if (isOfOtherPrefecture(bill, certificate)) {
            return reimbursed(Reason.OTHER_PREFECTURE, bill);
        }
        return held.designated() || !needsDesignation(bill, certificate)
                ? new InKind(Terms.get("C-INKIND", bill.day()))
                : reimbursed(Reason.NOT_DESIGNATED, bill);
    }

    /** 償還払い for a reason, with its row on the day of the bill. */
    static Reimbursed reimbursed(Reason reason, Bill bill) {
        return new Reimbursed(reason, Terms.get(reason.term, bill.day()));
    }

    private static boolean isOfOtherPrefecture(Bill bill, SubsidyCertificate certificate) {
        return Schemes.of(certificate, bill.day()).isEmpty()
                && certificate
                        .payer()
                        .filter(payer -> !payer.substring(2, 4)
                                .equals(bill.facility().digits().substring(0, 2)))
                        .isPresent();
    }

    /** Whether only designated institutions give it: the scheme says so, or the certificate names institutions. */
    static boolean needsDesignation(Bill bill, SubsidyCertificate certificate) {
        return Schemes.of(certificate, bill.day())
                        .map(row -> row.cell("designated").equals("yes"))
                        .orElse(false)
                || certificate.institutions().filter(text -> !text.isBlank()).isPresent();
    }
}
