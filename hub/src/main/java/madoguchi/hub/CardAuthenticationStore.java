package madoguchi.hub;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Presentation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** カード認証の記録 – the append-only log of every presentation of a card, in PostgreSQL. Nothing of the certificate is kept. */
final class CardAuthenticationStore {

    /** 目的. */
    enum Purpose {
        /** 照会. */
        OPEN,
        /** 利用登録. */
        ENROL
    }

    private final JdbcClient client;

    CardAuthenticationStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /** On disk when it returns. */
    void add(
            Instant at,
            Purpose purpose,
            Presentation presented,
            CardOutcome outcome,
            boolean unconfirmed,
            Optional<Long> verification) {
        client.sql(
                        "insert into hub.card_authentication (at, facility, terminal, operator, purpose, token, method, outcome, unconfirmed, verification) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        presented.caller().facility().digits(),
                        presented.caller().terminal(),
                        presented.caller().operator(),
                        purpose.name(),
                        presented.token().name(),
                        presented.method().name(),
                        outcome.name(),
                        unconfirmed)
                .param(verification.orElse(null))
                .update();
    }
}
