package madoguchi.terminal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.LossReason;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Sex;
import madoguchi.core.SpecificDisease;
import madoguchi.core.SpecificDiseaseCategory;
import madoguchi.terminal.Fields.Form;

/**
 * 資格確認結果の1件の読取 ({@code oqs-interface.md} §3.3, §6.1).
 *
 * <p>Number, class, name, sex and birth must be readable; anything else that is not understood is left for the extras, so a code of a later edition never hides a valid answer.
 */
final class Coverages {

    private static final Function<String, Optional<String>> PART = Wire.upTo(20);

    private Coverages() {}

    /**
     * Reads one result.
     *
     * @param echo the request's own search info, for a result that does not repeat insurer or number
     * @param facility the asking facility, for a ticket that does not name its own
     */
    static Parsed<Coverage> read(Fields result, Optional<Search> echo, Optional<MedicalInstitutionCode> facility) {
        Parsed<InsuredId> id = id(result, echo.map(Search::insured));
        Parsed<CoverageClass> kind = result.need(Tag.CARD_CLASS, Wire.code(CoverageClass.class), Form.CODE);
        Parsed<Holder> holder = holder(result);
        var problems = Parsed.problems(id, kind, holder);
        return problems.isEmpty()
                ? Parsed.of(coverage(result, id.orElseThrow(), kind.orElseThrow(), holder.orElseThrow(), facility))
                : new Parsed.Faults<>(problems);
    }

    private static Parsed<InsuredId> id(Fields result, Optional<InsuredId> echo) {
        Parsed<InsurerNumber> insurer =
                orEchoed(result.need(Tag.INSURER, Wire::insurer, Form.INSURER), echo.map(InsuredId::insurer));
        Parsed<String> number = orEchoed(result.need(Tag.NUMBER, PART, Form.UP_TO_20), echo.map(InsuredId::number));
        var problems = Parsed.problems(insurer, number);
        return problems.isEmpty()
                ? Parsed.of(new InsuredId(
                        insurer.orElseThrow(),
                        result.value(Tag.SYMBOL, PART),
                        number.orElseThrow(),
                        result.value(Tag.BRANCH, text -> Wire.digits(text, 2))))
                : new Parsed.Faults<>(problems);
    }

    private static <T> Parsed<T> orEchoed(Parsed<T> own, Optional<T> echoed) {
        return own.problems().isEmpty() ? own : echoed.map(Parsed::of).orElse(own);
    }

    private static Parsed<Holder> holder(Fields result) {
        var name = result.need(Tag.NAME, text -> Optional.of(text).filter(t -> !t.isBlank()), Form.TEXT);
        var sex = result.need(Tag.SEX, Wire.code(Sex.class), Form.CODE);
        var birth = result.need(Tag.BIRTH, Wire::day, Form.DAY);
        var problems = Parsed.problems(name, sex, birth);
        return problems.isEmpty()
                ? Parsed.of(new Holder(
                        new PersonName(
                                name.orElseThrow(),
                                result.text(Tag.KANA),
                                result.text(Tag.OTHER_NAME),
                                result.text(Tag.OTHER_KANA)),
                        sex.orElseThrow(),
                        result.value(Tag.SEX_ON_BACK, Wire.code(Sex.class)),
                        birth.orElseThrow(),
                        result.text(Tag.ADDRESS),
                        result.text(Tag.POST_NUMBER)))
                : new Parsed.Faults<>(problems);
    }

    private static Coverage coverage(
            Fields result, InsuredId id, CoverageClass kind, Holder holder, Optional<MedicalInstitutionCode> facility) {
        return new Coverage(
                id,
                kind,
                result.value(Tag.RELATION, Wire.code(Relation.class)),
                result.text(Tag.INSURED_NAME),
                holder,
                result.text(Tag.INSURER_NAME).orElse(""),
                result.until(Tag.QUALIFIED_FROM, Tag.QUALIFIED_UNTIL),
                result.value(Tag.ISSUED, Wire::day),
                result.through(Tag.CARD_FROM, Tag.CARD_THROUGH),
                result.value(Tag.LOSS_REASON, Wire.code(LossReason.class)),
                result.value(Tag.RATE, Wire::rate),
                result.value(Tag.PRESCHOOL, Wire::flag).orElse(false),
                result.group(Tag.ELDERLY, Coverages::elderly),
                result.group(Tag.LIMIT, Coverages::limit),
                result.inside(Tag.DISEASES, list -> list.groups(Tag.DISEASE, Coverages::disease)),
                result.inside(Tag.TICKETS, list -> list.groups(Tag.TICKET, ticket -> ticket(ticket, facility))));
    }

    private static Optional<ElderlyRecipientCertificate> elderly(Fields group) {
        Optional<Period> valid = group.through(Tag.ELDERLY_FROM, Tag.ELDERLY_THROUGH);
        Optional<CopaymentRate> rate = group.value(Tag.ELDERLY_RATE, Wire::rate);
        Optional<LocalDate> issued = group.value(Tag.ELDERLY_ISSUED, Wire::day);
        return valid.isPresent() && rate.isPresent()
                ? Optional.of(new ElderlyRecipientCertificate(issued, valid.get(), rate.get()))
                : Optional.empty();
    }

    private static Optional<LimitCertificate> limit(Fields group) {
        Optional<LimitKind> kind = group.value(Tag.LIMIT_KIND, Wire.code(LimitKind.class));
        Optional<LimitClass> limitClass = group.value(Tag.LIMIT_CLASS, Wire.code(LimitClass.class));
        Optional<LocalDate> issued = group.value(Tag.LIMIT_ISSUED, Wire::day);
        Optional<Period> valid = group.through(Tag.LIMIT_FROM, Tag.LIMIT_THROUGH);
        Optional<LocalDate> longTerm = group.value(Tag.LIMIT_LONG_TERM, Wire::day);
        return kind.isPresent() && limitClass.isPresent() && valid.isPresent()
                ? Optional.of(new LimitCertificate(kind.get(), limitClass.get(), issued, valid.get(), longTerm))
                : Optional.empty();
    }

    private static Optional<SpecificDisease> disease(Fields group) {
        Optional<SpecificDiseaseCategory> category =
                group.value(Tag.DISEASE_CATEGORY, Wire.code(SpecificDiseaseCategory.class));
        Optional<LocalDate> issued = group.value(Tag.DISEASE_ISSUED, Wire::day);
        Optional<Period> valid = group.through(Tag.DISEASE_FROM, Tag.DISEASE_THROUGH);
        Optional<Integer> selfPay = group.value(Tag.DISEASE_SELF_PAY, Wire::yen);
        return category.isPresent() && valid.isPresent() && selfPay.isPresent()
                ? Optional.of(new SpecificDisease(category.get(), issued, valid.get(), selfPay.get()))
                : Optional.empty();
    }

    private static Optional<MedicalTicket> ticket(Fields group, Optional<MedicalInstitutionCode> asking) {
        var month = group.value(Tag.TICKET_MONTH, Wire::month);
        var valid = group.through(Tag.TICKET_FROM, Tag.TICKET_THROUGH);
        var issueNumber = group.value(Tag.TICKET_ISSUE_NUMBER, PART);
        var facility = group.value(Tag.TICKET_FACILITY, Wire::facility).or(() -> asking);
        var selfPay = group.value(Tag.TICKET_SELF_PAY, Wire::yen);
        boolean whole = month.isPresent() && valid.isPresent() && issueNumber.isPresent() && selfPay.isPresent();
        return whole && facility.isPresent()
                ? Optional.of(
                        new MedicalTicket(month.get(), valid.get(), issueNumber.get(), facility.get(), selfPay.get()))
                : Optional.empty();
    }
}
