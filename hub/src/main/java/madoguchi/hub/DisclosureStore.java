package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.CardSerial;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 開示の閲覧 – the verifications whose answers rested on given facts. */
final class DisclosureStore {

    private final JdbcClient client;

    DisclosureStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /** The latest, the newest first. An answer names a person only under the right birth date or by one of their cards, so these find all of them. */
    List<Disclosure> of(List<Fact> facts, List<CardSerial> cards, int most) {
        return client.sql("""
                        select id, at, facility, terminal, kind, day, known_at, outcome, coalesce(limit_consent, false), coalesce(disease_consent, false)
                          from hub.verification
                         where (asked_birth = any(cast(string_to_array(:births, ',') as date[])) or asked_serial = any(string_to_array(:serials, ','))) and string_to_array(facts, ',') && string_to_array(:facts, ',')
                         order by id desc limit :most
                        """)
                .param("births", joined(facts, fact -> fact.coverage().holder().birth()))
                .param("serials", cards.stream().map(CardSerial::serial).collect(Collectors.joining(",")))
                .param("facts", joined(facts, Fact::id))
                .param("most", most)
                .query((row, index) -> {
                    Instant at = row.getTimestamp(2).toInstant();
                    LocalDate day = Objects.requireNonNull(row.getObject(6, LocalDate.class));
                    Optional<Instant> known = Optional.ofNullable(row.getObject(7, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant);
                    return new Disclosure(
                            row.getLong(1),
                            at,
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            Purpose.of(at, day, known),
                            day,
                            row.getString(8),
                            row.getBoolean(9),
                            row.getBoolean(10));
                })
                .list();
    }

    private static String joined(List<Fact> facts, Function<Fact, Object> part) {
        return facts.stream().map(part).distinct().map(Object::toString).collect(Collectors.joining(","));
    }
}
