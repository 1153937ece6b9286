package madoguchi.desk;

import java.util.Optional;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Facility;
import madoguchi.policy.Reception;
import madoguchi.policy.Seen;

/** 段取り – puts the facts of a reception into the words of the rules. No rule stands here. */
final class Ladder {

    private Ladder() {}

    /** 規則に尋ねる受付 – what the rules are asked about at this moment, at this kind of facility. */
    static Reception reception(Visit visit, Facility facility) {
        Presented presented = visit.presented();
        Reception reception = new Reception(visit.day(), presented.shown(), visit.answer(), presented.visit())
                .at(facility, presented.occasion())
                .having(seen(visit));
        return visit.question()
                .map(question -> reception.asking(question.insured().insurer()))
                .orElse(reception);
    }

    private static Seen seen(Visit visit) {
        return visit.taken().reversed().stream()
                .flatMap(step -> seen(step.evidence()).stream())
                .findFirst()
                .orElse(Seen.NOT_YET);
    }

    private static Optional<Seen> seen(EvidenceKind evidence) {
        return switch (evidence) {
            case PORTAL_SCREEN -> Optional.of(Seen.PORTAL_SCREEN);
            case PORTAL_PDF -> Optional.of(Seen.PORTAL_PDF);
            case NOTICE -> Optional.of(Seen.NOTICE);
            case NEITHER -> Optional.of(Seen.NEITHER);
            case ORAL_CONFIRMATION -> Optional.of(Seen.ORAL_CONFIRMATION);
            case DECLARATION -> Optional.of(Seen.DECLARATION);
            case MEDICAL_TICKET -> Optional.of(Seen.MEDICAL_TICKET);
            case NOT_OBTAINED -> Optional.of(Seen.NOT_OBTAINED);
            case CARD_READ, CERTIFICATE, NUMBER_INQUIRY, NOTICE_COPY, RECIPIENT_CERTIFICATE, RECIPIENT_SCREEN ->
                Optional.empty();
        };
    }

    /** What pressing the button does. */
    static Button.Does does(EvidenceKind evidence, Facility facility) {
        return switch (evidence) {
            case NUMBER_INQUIRY -> Button.Does.OPEN_SHEET;
            case CERTIFICATE -> facility == Facility.ONLINE ? Button.Does.OPEN_SHEET : Button.Does.RECORD;
            case CARD_READ, RECIPIENT_CERTIFICATE, RECIPIENT_SCREEN -> Button.Does.WAIT;
            case PORTAL_SCREEN,
                    PORTAL_PDF,
                    NOTICE,
                    NOTICE_COPY,
                    NEITHER,
                    ORAL_CONFIRMATION,
                    DECLARATION,
                    MEDICAL_TICKET,
                    NOT_OBTAINED -> Button.Does.RECORD;
        };
    }
}
