package madoguchi.terminal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Coded;
import madoguchi.core.Coverage;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;

/** 資格確認結果の項目の書出 – fields 1 to 26 of a result, in the order of the layout ({@code oqs-interface.md} §3.3): what single and bulk answers have in common. */
record ResultWriting(XmlText xml) {

    /** Writes the fields of one coverage; this, for what follows them. */
    ResultWriting write(Coverage coverage) {
        xml.leaf(Tag.CARD_CLASS, coverage.kind().code());
        SearchInfo.id(xml, coverage.id());
        xml.leaf(Tag.RELATION, coverage.relation().map(Coded::code)).leaf(Tag.INSURED_NAME, coverage.insuredName());
        holder(coverage.holder());
        dates(coverage);
        xml.leaf(Tag.RATE, coverage.rate().map(rate -> rate.threeDigits()))
                .leaf(Tag.PRESCHOOL, coverage.preschool() ? Optional.of("1") : Optional.empty())
                .leaf(Tag.LOSS_REASON, coverage.lossReason().map(Coded::code))
                .leaf(Tag.INSURER_NAME, Optional.of(coverage.insurerName()).filter(name -> !name.isEmpty()));
        coverage.elderly().ifPresent(this::elderly);
        return this;
    }

    /**
     * 医療券・調剤券 ({@code oqs-interface.md} §6.1); nothing where there are none.
     *
     * @param asking the asking facility, where it is known
     */
    void tickets(List<MedicalTicket> tickets, Optional<MedicalInstitutionCode> asking) {
        if (!tickets.isEmpty()) {
            xml.group(Tag.TICKETS, () -> tickets.forEach(ticket -> ticket(ticket, asking)));
        }
    }

    private void ticket(MedicalTicket ticket, Optional<MedicalInstitutionCode> asking) {
        boolean pharmacy = ticket.facility().digits().charAt(2) == '4';
        boolean same = asking.map(ticket.facility()::equals).orElse(true);
        xml.group(Tag.TICKET, () -> {
            xml.leaf(Tag.TICKET_TYPE, pharmacy ? "02" : "01");
            through(Tag.TICKET_FROM, Tag.TICKET_THROUGH, ticket.valid());
            xml.leaf(Tag.TICKET_ISSUE_NUMBER, ticket.issueNumber())
                    .leaf(Tag.TICKET_MONTH, Wire.written(ticket.month()))
                    .leaf(Tag.TICKET_FACILITY, ticket.facility().digits())
                    .leaf(Tag.TICKET_FACILITY_DIFFERS, same ? "0" : "1")
                    .leaf(Tag.TICKET_SELF_PAY, Integer.toString(ticket.selfPayYen()));
        });
    }

    private void holder(Holder holder) {
        xml.leaf(Tag.NAME, holder.name().written())
                .leaf(Tag.OTHER_NAME, holder.name().other())
                .leaf(Tag.KANA, holder.name().kana().map(HalfWidthKana::of))
                .leaf(Tag.OTHER_KANA, holder.name().otherKana().map(HalfWidthKana::of))
                .leaf(Tag.SEX, holder.sex().code())
                .leaf(Tag.SEX_ON_BACK, holder.sexOnBack().map(Coded::code))
                .leaf(Tag.BIRTH, Wire.written(holder.birth()))
                .leaf(Tag.ADDRESS, holder.address())
                .leaf(Tag.POST_NUMBER, holder.postNumber());
    }

    private void dates(Coverage coverage) {
        day(Tag.QUALIFIED_FROM, coverage.qualified().map(Period::from));
        day(Tag.QUALIFIED_UNTIL, coverage.qualified().flatMap(Period::end));
        day(Tag.ISSUED, coverage.issued());
        coverage.cardValid().ifPresent(valid -> through(Tag.CARD_FROM, Tag.CARD_THROUGH, valid));
    }

    void day(String name, Optional<LocalDate> day) {
        xml.leaf(name, day.map(Wire::written));
    }

    void through(String first, String last, Period period) {
        day(first, Optional.of(period.from()));
        day(last, period.lastDay());
    }

    private void elderly(ElderlyRecipientCertificate elderly) {
        xml.group(Tag.ELDERLY, () -> {
            day(Tag.ELDERLY_ISSUED, elderly.issued());
            through(Tag.ELDERLY_FROM, Tag.ELDERLY_THROUGH, elderly.valid());
            xml.leaf(Tag.ELDERLY_RATE, elderly.rate().threeDigits());
        });
    }
}
