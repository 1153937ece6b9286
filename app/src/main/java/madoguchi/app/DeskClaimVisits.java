package madoguchi.app;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.claims.ClaimVisit;
import madoguchi.claims.ClaimVisits;
import madoguchi.claims.Statement;
import madoguchi.core.Reply;
import madoguchi.core.Subject;
import madoguchi.declaration.CardFace;
import madoguchi.declaration.Declaration;
import madoguchi.declaration.InsuranceKind;
import madoguchi.declaration.StatedShare;
import madoguchi.desk.Contact;
import madoguchi.desk.Visit;
import madoguchi.desk.VisitRecord;
import madoguchi.desk.VisitRecords;
import madoguchi.policy.EvidenceKind;

/** 請求から見た窓口 – the desk's receptions and the declarations in the words of the claims. */
final class DeskClaimVisits implements ClaimVisits {

    private static final List<EvidenceKind> OF_SUBSIDY =
            List.of(EvidenceKind.MEDICAL_TICKET, EvidenceKind.RECIPIENT_CERTIFICATE, EvidenceKind.RECIPIENT_SCREEN);
    private static final List<String> SOCIETIES = List.of("国保組合", "国民健康保険組合");

    private final VisitRecords records;
    private final Function<String, Optional<Declaration>> declarations;

    DeskClaimVisits(VisitRecords records, Function<String, Optional<Declaration>> declarations) {
        this.records = records;
        this.declarations = declarations;
    }

    @Override
    public List<ClaimVisit> of(YearMonth month) {
        return records.between(month.atDay(1), month.atEndOfMonth()).stream()
                .map(DeskClaimVisits::visit)
                .toList();
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
                visit.taken().stream().anyMatch(step -> OF_SUBSIDY.contains(step.evidence())));
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
