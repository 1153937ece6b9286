package madoguchi.app;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.CertificateStanding;
import madoguchi.core.TokenKind;
import madoguchi.hub.CertificateTerm;
import madoguchi.policy.CardCertificate;
import madoguchi.policy.CertificateTerms;
import madoguchi.policy.RuleBook;

/** 電子証明書の期限の規則 – the tables of {@code policy} as the hub asks for them. */
final class CardTermOfPolicy implements CertificateTerm {

    private final CertificateTerms terms = new CertificateTerms(RuleBook.bundled());

    @Override
    public Optional<CertificateStanding> standing(TokenKind token, LocalDate lastDay, LocalDate today) {
        CardCertificate days = terms.endingOn(lastDay, lastDay);
        return switch (days.phase(today)) {
            case BEFORE_ALERT -> Optional.of(new CertificateStanding.Current());
            case ALERT -> Optional.of(new CertificateStanding.RenewalAlert());
            case EXPIRED_IN_GRACE ->
                token == TokenKind.CARD
                        ? Optional.of(new CertificateStanding.Grace(days.graceEnd()))
                        : Optional.empty();
            case AFTER_GRACE, CARD_EXPIRED, UNKNOWN -> Optional.empty();
        };
    }
}
