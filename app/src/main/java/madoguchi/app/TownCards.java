package madoguchi.app;

import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import madoguchi.card.CardContents;
import madoguchi.card.Drawing;
import madoguchi.card.HolderAttributes;
import madoguchi.card.TokenProfile;
import madoguchi.card.TryCounters;
import madoguchi.card.VirtualCard;
import madoguchi.core.Octets;
import madoguchi.core.Sex;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;
import madoguchi.hub.Registers;
import madoguchi.jpki.CardProfile;
import madoguchi.jpki.CertificateOrder;
import madoguchi.jpki.Issued;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;
import madoguchi.town.Town;
import madoguchi.town.Townsperson;
import madoguchi.town.Trouble;

/**
 * 町の人の仮想カード – SIMULATION: a virtual card or phone for each person of the town, issued by the simulated authority and linked at the hub when it is first used. Every PIN is {@value #PIN}. Whoever stands for "expired
 * card" has one within grace.
 */
final class TownCards {

    /** 試験用の暗証番号 of every one of them. */
    static final String PIN = "1234";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SUBJECT_BYTES = 11;
    private static final String BY = "demo";

    private record Name(String key, TokenKind kind) {}

    private final Town town;
    private final SimulatedAuthority authority;
    private final SimulatedVerifier verifier;
    private final Registers registers;
    private final Clock clock;
    private final Map<Name, VirtualCard> issued = new HashMap<>();

    TownCards(Town town, SimulatedAuthority authority, SimulatedVerifier verifier, Registers registers, Clock clock) {
        this.town = town;
        this.authority = authority;
        this.verifier = verifier;
        this.registers = registers;
        this.clock = clock;
    }

    /** That person's card or phone; always the same one while the program runs. */
    synchronized VirtualCard of(String key, TokenKind kind) {
        return issued.computeIfAbsent(new Name(key, kind), name -> issue(town.person(key), kind));
    }

    private VirtualCard issue(Townsperson person, TokenKind kind) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Server.TOKYO);
        boolean lapsed = kind == TokenKind.CARD && person.troubles().contains(Trouble.EXPIRED_CARD);
        LocalDate end = lapsed ? today.minusDays(1) : today.plusYears(1);
        LocalDate begun = end.minusYears(2);
        Issued certificate = authority.issue(new CertificateOrder(
                subject(),
                kind,
                CardProfile.CURRENT,
                begun.atStartOfDay(Server.TOKYO).toInstant(),
                end));
        Subject.ByNumber number = new Subject.ByNumber(person.id(), person.birth());
        registers.linkCard(number, certificate.serial(), kind, today, BY);
        return new VirtualCard(contents(person, kind, certificate, end), TryCounters.inMemory());
    }

    private CardContents contents(Townsperson person, TokenKind kind, Issued certificate, LocalDate end) {
        HolderAttributes holder = new HolderAttributes(person.chart().written(), "架空県見本市", person.birth(), Sex.FEMALE);
        try {
            return new CardContents(
                    profile(kind),
                    Octets.of(certificate.certificate().getEncoded()),
                    Octets.of(certificate.issuer().getEncoded()),
                    certificate.key(),
                    Optional.of(verifier.reference()),
                    holder,
                    end.plusYears(1),
                    "2285",
                    Octets.of(Drawing.portrait(person.key())),
                    Octets.of(Drawing.text(holder.name())),
                    Octets.of(Drawing.text(holder.address())),
                    PIN);
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static TokenProfile profile(TokenKind kind) {
        return TokenProfile.find(
                        switch (kind) {
                            case CARD -> "plastic";
                            case ANDROID -> "android";
                            case IPHONE -> "iphone";
                        })
                .orElseThrow();
    }

    private static String subject() {
        byte[] opaque = new byte[SUBJECT_BYTES];
        RANDOM.nextBytes(opaque);
        return "S" + HexFormat.of().withUpperCase().formatHex(opaque);
    }
}
