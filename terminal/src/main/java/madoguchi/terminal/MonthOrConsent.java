package madoguchi.terminal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.VisitKind;
import madoguchi.terminal.Fields.Form;

/**
 * 期間で求める一括取得 – requests that name no persons: medical tickets of a month ({@code OQSmutic01req_}), consented data of home visits ({@code OQSmuhvq01req_}) and online visits ({@code OQSmuonq01req_})
 * ({@code oqs-interface.md} §6.1, §6.2).
 *
 * @param facility 医療機関コード
 * @param fileIdentifier 任意のファイル識別子, echoed
 * @param about what is asked for
 */
record MonthOrConsent(MedicalInstitutionCode facility, Optional<String> fileIdentifier, About about) {

    /** 何を求めるか. */
    sealed interface About {
        /** 診療年月. */
        record Month(YearMonth month) implements About {}

        /** 同意日, both ends included. */
        record Consented(LocalDate from, LocalDate to) implements About {}

        /** 受診日, both ends included; オンライン診療 only. */
        record Examined(LocalDate from, LocalDate to) implements About {}
    }

    /** Reads a request of this kind; every fault with its path. */
    static Parsed<MonthOrConsent> read(ManyKind kind, byte[] file) {
        return Xml.read(file, 1).then(root -> {
            Fields header = Fields.of(root).child(Tag.HEADER);
            Fields search = Fields.of(root).child(Tag.BODY).child(Tag.SEARCH);
            var facility = header.need(Tag.FACILITY, Wire::facility, Form.FACILITY);
            var identifier = header.may(Tag.FILE_IDENTIFIER, Wire.upTo(50), Form.UP_TO_50);
            Parsed<About> about = kind == ManyKind.TICKETS
                    ? search.need(Tag.TICKET_MONTH, Wire::month, Form.MONTH).map(About.Month::new)
                    : visits(kind, search);
            List<Problem> problems = Parsed.problems(facility, identifier, about);
            return problems.isEmpty()
                    ? Parsed.of(
                            new MonthOrConsent(facility.orElseThrow(), identifier.orElseThrow(), about.orElseThrow()))
                    : new Parsed.Faults<>(problems);
        });
    }

    private static Parsed<About> visits(ManyKind kind, Fields search) {
        boolean home = kind == ManyKind.HOME_VISITS;
        boolean examined = !home && search.value(Tag.EXAMINED_FROM, Wire::day).isPresent();
        var from = search.need(examined ? Tag.EXAMINED_FROM : Tag.CONSENT_FROM, Wire::day, Form.DAY);
        var to = search.need(examined ? Tag.EXAMINED_TO : Tag.CONSENT_TO, Wire::day, Form.DAY);
        String flag = home ? "2" : "3";
        if (from.problems().isEmpty()
                && to.problems().isEmpty()
                && to.orElseThrow().isBefore(from.orElseThrow())) {
            return Parsed.fault(
                    Tag.ROOT + "/" + Tag.BODY + "/" + Tag.SEARCH + "/" + (examined ? Tag.EXAMINED_TO : Tag.CONSENT_TO),
                    "終わりの日が始まりの日より前です。",
                    "The last day lies before the first.");
        }
        var visit = search.need(Tag.VISIT_KIND, text -> Optional.of(text).filter(flag::equals), new Form(flag, flag));
        var problems = Parsed.problems(from, to, visit);
        if (!problems.isEmpty()) {
            return new Parsed.Faults<>(problems);
        }
        return Parsed.of(
                examined
                        ? new About.Examined(from.orElseThrow(), to.orElseThrow())
                        : new About.Consented(from.orElseThrow(), to.orElseThrow()));
    }

    /** The request for a retrieval. */
    static MonthOrConsent of(BulkRetrieval retrieval, MedicalInstitutionCode facility) {
        About about =
                switch (retrieval.wanted()) {
                    case BulkRetrieval.Wanted.Tickets(var month) -> new About.Month(month);
                    case BulkRetrieval.Wanted.Consented(var visit, var from, var through) ->
                        new About.Consented(from, through);
                    case BulkRetrieval.Wanted.Examined(var from, var through) -> new About.Examined(from, through);
                };
        return new MonthOrConsent(facility, Optional.of(retrieval.id()), about);
    }

    /** What the hub is asked for. */
    BulkRetrieval.Wanted wanted(ManyKind kind) {
        return switch (about) {
            case About.Month(var month) -> new BulkRetrieval.Wanted.Tickets(month);
            case About.Consented(var from, var to) ->
                new BulkRetrieval.Wanted.Consented(
                        kind == ManyKind.HOME_VISITS ? VisitKind.HOME : VisitKind.ONLINE, from, to);
            case About.Examined(var from, var to) -> new BulkRetrieval.Wanted.Examined(from, to);
        };
    }

    /** The file for a request. */
    byte[] write(ManyKind kind, OqsCharset charset) {
        String flag = kind == ManyKind.HOME_VISITS ? "2" : "3";
        XmlText xml = new XmlText(charset);
        xml.group(Tag.ROOT, () -> {
            xml.group(
                    Tag.HEADER,
                    () -> xml.leaf(Tag.FACILITY, facility.digits()).leaf(Tag.FILE_IDENTIFIER, fileIdentifier));
            xml.group(
                    Tag.BODY,
                    () -> xml.group(Tag.SEARCH, () -> {
                        switch (about) {
                            case About.Month(var month) -> xml.leaf(Tag.TICKET_MONTH, Wire.written(month));
                            case About.Consented(var from, var to) ->
                                xml.leaf(Tag.CONSENT_FROM, Wire.written(from))
                                        .leaf(Tag.CONSENT_TO, Wire.written(to))
                                        .leaf(Tag.VISIT_KIND, flag);
                            case About.Examined(var from, var to) ->
                                xml.leaf(Tag.EXAMINED_FROM, Wire.written(from))
                                        .leaf(Tag.EXAMINED_TO, Wire.written(to))
                                        .leaf(Tag.VISIT_KIND, flag);
                        }
                    }));
        });
        return xml.bytes(charset);
    }
}
