package madoguchi.hub;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    /**
     * 最初の成功.
     *
     * @param facility its code
     * @param at when a phone was first admitted there
     */
    record FirstPhone(String facility, Instant at) {}

    /** The facilities at which a phone was admitted, by code. */
    List<FirstPhone> phones() {
        return client.sql("""
                        select facility, min(at) as first from hub.card_authentication
                        where token in ('ANDROID', 'IPHONE') and outcome = 'ADMITTED' group by facility order by facility""")
                .query((row, n) -> new FirstPhone(
                        row.getString("facility"),
                        row.getObject("first", OffsetDateTime.class).toInstant()))
                .list();
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
