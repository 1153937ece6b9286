package madoguchi.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.core.InquiryKind;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.Shown;

/*
 * Nobody types a trouble: it is read off what happened. The reader's code and the answer say what was difficult; the evidence says how it was handled; the time from
 * the beginning of the reception to the last thing a person did for it (or to the first answer, where nothing else was needed) is how long the patient waited. An
 * answer that the desk fetched by itself hours later is no waiting.
 */

/**
 * 受付のつまずき – one reception in the survey's categories: a pure fold over its happenings.
 *
 * @param visit names it at the desk
 * @param receivedAt when it began
 * @param difficulties question 6; empty when nothing was difficult
 * @param handlings question 8; empty when nothing was difficult, or nothing was done yet
 * @param codes the reader's or peer's codes, in order
 * @param shown what lay on the counter last
 * @param waited how long until it was settled; empty while it is not
 */
public record Trouble(
        String visit,
        Instant receivedAt,
        Set<Difficulty> difficulties,
        Set<Handling> handlings,
        List<String> codes,
        Optional<Shown> shown,
        Optional<Duration> waited) {

    private static final String FULL = "deposit-full-amount";
    private static final String NO_CATEGORY = "none";

    /** Which codes are not "reader or authentication" but another choice of question 6, or none. */
    private static final Map<String, String> CODES = Csv.bundled("trouble-codes.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    /** Copies the collections. */
    public Trouble {
        difficulties = Set.copyOf(difficulties);
        handlings = Set.copyOf(handlings);
        codes = List.copyOf(codes);
    }

    /** Folds one reception. */
    public static Trouble of(Reception reception) {
        Set<Difficulty> difficulties = EnumSet.noneOf(Difficulty.class);
        List<String> codes = new ArrayList<>();
        Optional<Shown> shown = Optional.empty();
        for (Happening happening : reception.happenings()) {
            switch (happening) {
                case Happening.Answered answered -> {
                    answered.code().ifPresent(codes::add);
                    difficulties.addAll(of(answered));
                }
                case Happening.Showed(var at, var what) -> {
                    shown = Optional.of(what);
                    difficulties.addAll(of(what));
                }
                case Happening.Saw saw -> {}
                case Happening.Decided decided -> {}
            }
        }
        boolean failed = !difficulties.isEmpty() || !codes.isEmpty() || steps(reception) > 0;
        return new Trouble(
                reception.visit(),
                reception.receivedAt(),
                difficulties,
                failed ? handlings(reception, shown) : Set.of(),
                codes,
                shown,
                settled(reception).map(at -> Duration.between(reception.receivedAt(), at)));
    }

    private static Set<Difficulty> of(Happening.Answered answered) {
        Set<Difficulty> found = EnumSet.noneOf(Difficulty.class);
        switch (answered.result()) {
            case INACTIVE -> found.add(Difficulty.INACTIVE);
            case NOT_FOUND -> found.add(Difficulty.NOT_FOUND);
            case NOBODY -> ofNobody(answered.code()).ifPresent(found::add);
            case ACTIVE, AMBIGUOUS -> {}
        }
        found.addAll(answered.differs());
        if (answered.circles()) {
            found.add(Difficulty.BLACK_CIRCLE);
        }
        return found;
    }

    private static Optional<Difficulty> ofNobody(Optional<String> code) {
        String word = code.map(one -> CODES.getOrDefault(one, Difficulty.READER.word()))
                .orElse(Difficulty.READER.word());
        return word.equals(NO_CATEGORY) ? Optional.empty() : Difficulty.of(word);
    }

    private static Set<Difficulty> of(Shown shown) {
        return switch (shown) {
            case NOTICE, NOTICE_COPY -> Set.of(Difficulty.NOTICE_ONLY);
            case CARD_UNREADABLE -> Set.of(Difficulty.READER);
            case CARD,
                    SMARTPHONE,
                    SMARTPHONE_ONLY_UNREADABLE,
                    CERTIFICATE,
                    INSURANCE_CARD,
                    EXPIRED_INSURANCE_CARD,
                    PORTAL_ONLY,
                    NOTHING -> Set.of();
        };
    }

    private static long steps(Reception reception) {
        return reception.happenings().stream()
                .filter(one -> one instanceof Happening.Saw || one instanceof Happening.Decided)
                .count();
    }

    private static Set<Handling> handlings(Reception reception, Optional<Shown> shown) {
        Set<Handling> handlings = EnumSet.noneOf(Handling.class);
        for (Happening happening : reception.happenings()) {
            switch (happening) {
                case Happening.Saw(var at, var evidence) -> of(evidence).ifPresent(handlings::add);
                case Happening.Decided(var at, var reason) ->
                    handlings.add(reason.equals(FULL) ? Handling.FULL_CHARGE : Handling.OTHER);
                case Happening.Answered a -> {}
                case Happening.Showed s -> {}
            }
        }
        shown.filter(what -> isConfirmedByNumber(reception))
                .flatMap(Trouble::byNumber)
                .ifPresent(handlings::add);
        return handlings;
    }

    private static boolean isConfirmedByNumber(Reception reception) {
        return reception.happenings().stream()
                .anyMatch(one -> one instanceof Happening.Answered answered
                        && answered.kind() == InquiryKind.NUMBER
                        && answered.result() == Happening.Result.ACTIVE
                        && !answered.byItself());
    }

    private static Optional<Handling> byNumber(Shown shown) {
        return switch (shown) {
            case CERTIFICATE -> Optional.of(Handling.CERTIFICATE);
            case INSURANCE_CARD, EXPIRED_INSURANCE_CARD -> Optional.of(Handling.INSURANCE_CARD);
            case NOTICE, NOTICE_COPY -> Optional.of(Handling.NOTICE);
            case CARD, SMARTPHONE, CARD_UNREADABLE, SMARTPHONE_ONLY_UNREADABLE, PORTAL_ONLY, NOTHING ->
                Optional.of(Handling.OTHER);
        };
    }

    private static Optional<Handling> of(EvidenceKind evidence) {
        return switch (evidence) {
            case CERTIFICATE -> Optional.of(Handling.CERTIFICATE);
            case NOTICE, NOTICE_COPY -> Optional.of(Handling.NOTICE);
            case PORTAL_SCREEN, PORTAL_PDF -> Optional.of(Handling.PORTAL);
            case ORAL_CONFIRMATION -> Optional.of(Handling.EARLIER_VISIT);
            case DECLARATION -> Optional.of(Handling.DECLARATION);
            case CARD_READ, NUMBER_INQUIRY, MEDICAL_TICKET, RECIPIENT_CERTIFICATE, RECIPIENT_SCREEN ->
                Optional.of(Handling.OTHER);
            // "Neither" and "none is possible" are no way of handling: what follows is.
            case NEITHER, NOT_OBTAINED -> Optional.empty();
        };
    }

    private static Optional<Instant> settled(Reception reception) {
        Optional<Instant> step = reception.happenings().stream()
                .filter(one -> one instanceof Happening.Saw || one instanceof Happening.Decided)
                .map(Happening::at)
                .reduce((earlier, later) -> later);
        return step.or(() -> reception.happenings().stream()
                .filter(one -> one instanceof Happening.Answered answered
                        && answered.result() != Happening.Result.NOBODY
                        && !answered.byItself())
                .map(Happening::at)
                .reduce((earlier, later) -> later));
    }

    /** Whether anything of question 6 happened. */
    public boolean isTrouble() {
        return !difficulties.isEmpty();
    }
}
