package madoguchi.app;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.claims.ClaimSubsidy;
import madoguchi.claims.ClaimVisit;
import madoguchi.claims.ClaimVisits;
import madoguchi.claims.Statement;
import madoguchi.core.Ceiling;
import madoguchi.core.RecipientNumber;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.core.SubsidyCertificate;
import madoguchi.declaration.CardFace;
import madoguchi.declaration.Declaration;
import madoguchi.declaration.InsuranceKind;
import madoguchi.declaration.StatedShare;
import madoguchi.desk.Contact;
import madoguchi.desk.Visit;
import madoguchi.desk.VisitRecord;
import madoguchi.desk.VisitRecords;
import madoguchi.desk.VisitSubsidies;
import madoguchi.desk.VisitSubsidy;
import madoguchi.policy.EvidenceKind;

/** 請求から見た窓口 – the desk's receptions and the declarations in the words of the claims. */
final class DeskClaimVisits implements ClaimVisits {

    private static final List<EvidenceKind> OF_SUBSIDY =
            List.of(EvidenceKind.MEDICAL_TICKET, EvidenceKind.RECIPIENT_CERTIFICATE, EvidenceKind.RECIPIENT_SCREEN);
    private static final List<String> SOCIETIES = List.of("国保組合", "国民健康保険組合");

    private final VisitRecords records;
    private final VisitSubsidies subsidies;
    private final Function<String, Optional<Declaration>> declarations;

    DeskClaimVisits(
            VisitRecords records, VisitSubsidies subsidies, Function<String, Optional<Declaration>> declarations) {
        this.records = records;
        this.subsidies = subsidies;
        this.declarations = declarations;
    }

    @Override
    public List<ClaimVisit> of(YearMonth month) {
        List<VisitRecord> all = records.between(month.atDay(1), month.atEndOfMonth());
        Map<String, List<VisitSubsidy>> held =
                subsidies.of(all.stream().map(VisitRecord::visit).toList());
        return all.stream()
                .map(record -> visit(record)
                        .with(held.getOrDefault(record.visit().id(), List.of()).stream()
                                .flatMap(one -> subsidy(one).stream())
                                .toList()))
                .toList();
    }

    /* Without a payer number there is nothing that could stand on a claim. */
    static Optional<ClaimSubsidy> subsidy(VisitSubsidy held) {
        SubsidyCertificate certificate = held.certificate();
        return certificate
                .payer()
                .map(payer -> new ClaimSubsidy(
                        payer,
                        certificate.recipient().map(RecipientNumber::text),
                        switch (held.state()) {
                            case IN_KIND -> ClaimSubsidy.State.IN_KIND;
                            case REIMBURSED -> ClaimSubsidy.State.REIMBURSED;
                            case NOT_CONFIRMED -> ClaimSubsidy.State.NOT_CONFIRMED;
                        },
                        monthly(certificate)));
    }

    /* One monthly ceiling for everything together is the only one that a single amount can be held against. */
    private static Optional<Long> monthly(SubsidyCertificate certificate) {
        return certificate.ceilings().size() == 1
                        && certificate.ceilings().getFirst().span() == Ceiling.Span.MONTH
                ? Optional.of(certificate.ceilings().getFirst().yen())
                : Optional.empty();
    }

    private static ClaimVisit visit(VisitRecord record) {
        Visit visit = record.visit();
        return new ClaimVisit(
                visit.id(),
                visit.day(),
                visit.answer(),
                visit.question().map(asked -> new Subject.ByNumber(asked.insured(), asked.birth())),
                record.means(),
                record.known(),
                visit.presented().shown(),
                visit.presented().visit() == madoguchi.policy.Visit.FIRST,
                visit.reply().flatMap(Reply::proof),
                visit.contacts().stream().map(Contact::on).toList(),
                visit.contacts().stream().anyMatch(contact -> contact.outcome() == Contact.Outcome.ANSWERED),
                visit.taken().stream().anyMatch(step -> OF_SUBSIDY.contains(step.evidence())),
                List.of());
    }

    @Override
    public Optional<Statement> statement(String visit) {
        return declarations.apply(visit).map(DeskClaimVisits::statement);
    }

    static Statement statement(Declaration said) {
        CardFace card = said.card();
        InsuranceKind kind = said.insurance().kind().orElse(InsuranceKind.UNKNOWN);
        return new Statement(
                card.kana(),
                card.birth(),
                word(kind, said.insurance().insurerName().orElse("")),
                kind.label().ja(),
                said.insurance().insurerName(),
                said.insurance().employerName(),
                card.address(),
                said.phone(),
                said.insurance().share().flatMap(StatedShare::rate));
    }

    /* The form has one box for both kinds of National Health Insurance; the name tells a society. */
    private static String word(InsuranceKind kind, String insurer) {
        return switch (kind) {
            case NATIONAL -> SOCIETIES.stream().anyMatch(insurer::contains) ? "national-society" : "national-municipal";
            case EMPLOYEES, LATE_ELDERLY, OTHER, UNKNOWN -> kind.word();
        };
    }
}
