package madoguchi.app;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.core.CertificateStanding;
import madoguchi.core.TokenKind;
import madoguchi.hub.CertificateTerm;
import madoguchi.policy.CardCertificate;
import madoguchi.policy.CertificatePhase;
import madoguchi.policy.CertificateTerms;
import madoguchi.policy.Policy;
import madoguchi.policy.Rule;

/**
 * 電子証明書の期限の判定 – tells the hub by the rules in force (tables {@code certificate-term} and {@code certificate-state}) how far a certificate has run. The end of the card itself is not in the certificate; it is
 * never before that of the certificate, which decides (R-CERT-04).
 */
final class CardTerm implements CertificateTerm {

    private final Supplier<Policy> rules;

    CardTerm(Supplier<Policy> rules) {
        this.rules = rules;
    }

    @Override
    public Optional<CertificateStanding> standing(TokenKind token, LocalDate lastDay, LocalDate today) {
        CertificateTerms terms = new CertificateTerms(rules.get().book());
        CardCertificate days = terms.endingOn(lastDay, lastDay);
        CertificatePhase phase = days.phase(today);
        Rule state =
                switch (token) {
                    case CARD -> terms.ofCard(today, phase);
                    case ANDROID, IPHONE -> terms.ofPhone(today, phase);
                };
        return switch (state.verdict()) {
            case "as-usual" -> Optional.of(new CertificateStanding.Current());
            case "as-usual-with-alert" -> Optional.of(new CertificateStanding.RenewalAlert());
            case "eligibility-only" -> Optional.of(new CertificateStanding.Grace(days.graceEnd()));
            default -> Optional.empty();
        };
    }
}
