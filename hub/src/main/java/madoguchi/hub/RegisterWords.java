package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.Coverage;
import madoguchi.core.LossReason;
import madoguchi.core.Relation;
import madoguchi.core.Text;

/** 台帳のことば – what an entry says, in a line, without any name or number of a person. */
final class RegisterWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Tokyo"));

    private RegisterWords() {}

    static RegisterEntry of(Fact fact, LocalDate day) {
        Coverage coverage = fact.coverage();
        return new RegisterEntry(
                new Text("資格", "Coverage"),
                joined(coverage(coverage, fact.suppressed(), day)),
                coverage.qualified(),
                fact.recordedAt(),
                coverage.coversDay(day));
    }

    private static List<Text> coverage(Coverage registered, boolean suppressed, LocalDate day) {
        Coverage coverage = registered.withoutExpired(day);
        List<Text> parts = new ArrayList<>();
        parts.add(coverage.kind().label());
        parts.add(new Text(
                "保険者 " + coverage.id().insurer(), "insurer " + coverage.id().insurer()));
        coverage.relation().map(Relation::label).ifPresent(parts::add);
        coverage.rate()
                .ifPresent(rate -> parts.add(new Text(
                        "負担割合 " + rate.label().ja(), "share " + rate.label().en())));
        coverage.lossReason().map(LossReason::label).ifPresent(parts::add);
        if (coverage.preschool()) {
            parts.add(new Text("未就学", "preschool"));
        }
        coverage.elderly()
                .ifPresent(elderly -> parts.add(new Text(
                        "高齢受給者証 " + elderly.rate().label().ja(),
                        "elderly recipient " + elderly.rate().label().en())));
        coverage.limit()
                .map(limit -> limit.limitClass())
                .ifPresent(limit -> parts.add(new Text(
                        "限度額 " + limit.code() + " " + limit.label().ja(),
                        "limit " + limit.code() + " " + limit.label().en())));
        if (!coverage.diseases().isEmpty()) {
            parts.add(new Text("特定疾病", "specific disease"));
        }
        if (suppressed) {
            parts.add(new Text("不開示（保険者）", "hidden (by the insurer)"));
        }
        return parts;
    }

    private static Text joined(List<Text> parts) {
        return new Text(
                parts.stream().map(Text::ja).collect(Collectors.joining("・")),
                parts.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    static RegisterEntry of(RegisterLookStore.KnownTicket known, LocalDate day) {
        var ticket = known.ticket();
        return new RegisterEntry(
                new Text("医療券・調剤券", "Medical ticket"),
                new Text(
                        ticket.month() + "、医療機関 " + ticket.facility(),
                        ticket.month() + ", facility " + ticket.facility()),
                Optional.of(ticket.valid()),
                known.recordedAt(),
                ticket.valid().contains(day));
    }

    static Text register(Kept.Kind kind) {
        return switch (kind) {
            case CARD -> new Text("カード", "Card");
            case ENROLMENT -> new Text("利用登録", "Enrolment");
            case REFERENCE_NUMBER -> new Text("照会番号", "Reference number");
            case CONSENT -> new Text("閲覧同意", "Consent");
            case VISIT_CONSENT -> new Text("居宅同意", "Consent to visits");
            case CERTIFICATE -> new Text("資格確認書", "Eligibility certificate");
            case NOTICE -> new Text("資格情報のお知らせ", "Notice");
            case COLLECTION -> new Text("証の回収", "Certificate back");
            case SUPPRESSION -> new Text("不開示", "Hidden");
        };
    }

    static Text said(Kept said) {
        return switch (said) {
            case Kept.CardLink(var card, var token, var predecessor) ->
                predecessor.isPresent()
                        ? joined(List.of(token.label(), new Text("更新による", "by renewal")))
                        : token.label();
            case Kept.Enrolment _ -> new Text("登録済", "enrolled");
            case Kept.Reference(var facility, var number) -> at(facility.digits());
            case Kept.Consent(var facility, var scope, var from, var until) ->
                joined(List.of(scope.label(), at(facility.digits()), span(from, until)));
            case Kept.VisitConsent(var facility, var visit, var method, var visitDay, var from) -> {
                List<Text> parts = new ArrayList<>(List.of(visit.label(), at(facility.digits()), method.label()));
                visitDay.ifPresent(day -> parts.add(new Text("受診日 " + day, "day of the visit " + day)));
                yield joined(parts);
            }
            case Kept.Certificate(var insurer, var issued, var why) -> issued(insurer.digits(), issued, why);
            case Kept.Notice(var insurer, var issued, var why) -> issued(insurer.digits(), issued, why);
            case Kept.Collection(var insured, var qualified) ->
                new Text(
                        "保険者 " + insured.insurer() + "、資格取得 " + qualified,
                        "insurer " + insured.insurer() + ", covered from " + qualified);
            case Kept.Suppression _ -> new Text("不開示の登録", "entered in the register of hidden people");
        };
    }

    private static Text at(String facility) {
        return new Text("医療機関 " + facility, "facility " + facility);
    }

    private static Text span(Instant from, Instant until) {
        return Text.same(MINUTE.format(from) + " – " + MINUTE.format(until));
    }

    private static Text issued(String insurer, LocalDate issued, Kept.Issuance why) {
        Text reason =
                switch (why) {
                    case APPLICATION -> new Text("申請", "on application");
                    case EX_OFFICIO -> new Text("職権", "ex officio");
                    case REPLACEMENT -> new Text("再交付", "replacement");
                };
        return joined(List.of(
                new Text("保険者 " + insurer, "insurer " + insurer),
                new Text("交付 " + issued, "issued " + issued),
                reason));
    }
}
