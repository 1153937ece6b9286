package madoguchi.app;

import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import madoguchi.card.CardContents;
import madoguchi.card.Drawing;
import madoguchi.card.HolderAttributes;
import madoguchi.card.IssuedCard;
import madoguchi.card.TokenProfile;
import madoguchi.core.CardSerial;
import madoguchi.core.Holder;
import madoguchi.core.Octets;
import madoguchi.jpki.CertificateOrder;
import madoguchi.jpki.Issued;
import madoguchi.jpki.SimulatedAuthority;
import madoguchi.jpki.SimulatedVerifier;
import madoguchi.policy.CardCertificate;
import madoguchi.policy.CertificateTerms;
import madoguchi.town.Resident;

/** 発行 – makes the contents of a virtual card for a person of the town: terms by the rules, certificate by the simulated authority, pictures by a pen. */
final class CardIssuing {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int SUBJECT_LENGTH = 23;

    private final SimulatedAuthority authority;
    private final SimulatedVerifier verifier;
    private final CertificateTerms terms;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CardIssuing(SimulatedAuthority authority, SimulatedVerifier verifier, CertificateTerms terms, Clock clock) {
        this.authority = authority;
        this.verifier = verifier;
        this.terms = terms;
        this.clock = clock;
    }

    /** A new card, issued on a day. Throws {@link IllegalArgumentException} where its certificate would have ended before it began, or no generation of the authority was in force. */
    IssuedCard issue(Resident resident, TokenProfile profile, LocalDate day, String pin) {
        return issue(resident.person().key() + "-" + profile.id(), resident, profile, day, day, pin, Optional.empty());
    }

    /** 更新 – a new certificate on the same card: the card's own dates, PIN and wrong tries stay. */
    IssuedCard renew(IssuedCard card, Resident resident, LocalDate day) {
        CardContents had = card.contents();
        return issue(card.name(), resident, had.profile(), card.cardIssued(), day, had.pin(), Optional.of(card));
    }

    private IssuedCard issue(
            String name,
            Resident resident,
            TokenProfile profile,
            LocalDate cardDay,
            LocalDate day,
            String pin,
            Optional<IssuedCard> before) {
        LocalDate birth = resident.holder().birth();
        CardCertificate dates = terms.of(cardDay, day, birth);
        LocalDate end = profile.endsWithCard() ? dates.cardEnd() : dates.end();
        Issued issued =
                authority.issue(new CertificateOrder(subject(), profile.token(), profile.keys(), beginning(day), end));
        CardContents contents = new CardContents(
                profile,
                Octets.of(encoded(issued.certificate())),
                Octets.of(encoded(issued.issuer())),
                issued.key(),
                Optional.of(verifier.reference()),
                attributes(resident.holder()),
                dates.cardEnd(),
                before.map(card -> card.contents().securityCode()).orElseGet(this::securityCode),
                portrait(resident, profile, cardDay),
                Octets.of(Drawing.text(resident.holder().name().written())),
                Octets.of(Drawing.text(resident.holder().address().orElse(""))),
                pin);
        Optional<CardSerial> predecessor = before.map(IssuedCard::serial);
        return new IssuedCard(name, resident.person().key(), issued.serial(), cardDay, day, end, predecessor, contents);
    }

    /** The moment of issue today; of another day its beginning in Japan. */
    private Instant beginning(LocalDate day) {
        return day.equals(LocalDate.now(clock))
                ? clock.instant()
                : day.atStartOfDay(Server.TOKYO).toInstant();
    }

    private static Octets portrait(Resident resident, TokenProfile profile, LocalDate issued) {
        boolean infant = Period.between(resident.holder().birth(), issued).getYears() < profile.portraitFromAge();
        return infant
                ? Octets.of()
                : Octets.of(Drawing.portrait(resident.person().key()));
    }

    private static HolderAttributes attributes(Holder holder) {
        return new HolderAttributes(holder.name().written(), holder.address().orElse(""), holder.birth(), holder.sex());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String subject() {
        StringBuilder name = new StringBuilder();
        random.ints(SUBJECT_LENGTH, 0, LETTERS.length()).forEach(i -> name.append(LETTERS.charAt(i)));
        return name.toString();
    }

    private String securityCode() {
        return "%04d".formatted(random.nextInt(10_000));
    }
}
