package madoguchi.hub;

import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.CertificateStanding;
import madoguchi.core.TokenKind;

/** 電子証明書の期限の規則 – the port to the rules about alert and grace, which the hub does not know; {@code app} connects it with those of {@code policy}. */
@FunctionalInterface
public interface CertificateTerm {

    /**
     * How far a certificate has run.
     *
     * @param token what carries it; a phone has no grace
     * @param lastDay 満了日
     * @param today the day of asking, in Japan
     * @return empty when it no longer serves
     */
    Optional<CertificateStanding> standing(TokenKind token, LocalDate lastDay, LocalDate today);
}
