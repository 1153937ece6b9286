package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.desk.BulkList.Outcome;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** 一括照会の控えの保管庫 – the append-only lists and their facts, schema {@code desk}. */
final class BulkListStore {

    private static final String LISTS = """
            select l.id, l.made_at, l.day, l.operator, l.entries,
                   (select r.body ->> 'reception' from desk.bulk_fact r where r.list = l.id and r.kind = 'received' order by r.seq limit 1) as reception,
                   o.kind, o.body
              from desk.bulk_list l
              left join lateral (select kind, body from desk.bulk_fact f where f.list = l.id and f.kind <> 'received' order by f.seq limit 1) o on true
            """;

    private record Received(String reception) {}

    private final JdbcClient jdbc;

    BulkListStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Writes a list down; the same id twice is one list. */
    void add(String id, Instant at, LocalDate day, String operator, List<BulkEntry> entries) {
        jdbc.sql("""
                        insert into desk.bulk_list (id, made_at, day, operator, entries)
                        values (:id, :at, :day, :operator, :entries::jsonb) on conflict (id) do nothing""")
                .param("id", id)
                .param("at", utc(at))
                .param("day", day)
                .param("operator", operator)
                .param("entries", CoreJson.mapper().writeValueAsString(entries))
                .update();
    }

    void received(String list, Instant at, String reception) {
        fact(list, at, "received", new Received(reception));
    }

    void ended(String list, Instant at, Outcome outcome) {
        fact(list, at, kind(outcome), outcome);
    }

    private void fact(String list, Instant at, String kind, Object body) {
        jdbc.sql("insert into desk.bulk_fact (list, at, kind, body) values (:list, :at, :kind, :body::jsonb)")
                .param("list", list)
                .param("at", utc(at))
                .param("kind", kind)
                .param("body", CoreJson.mapper().writeValueAsString(body))
                .update();
    }

    private static String kind(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished f -> "finished";
            case Outcome.Refused r -> "refused";
            case Outcome.Failed f -> "failed";
            case Outcome.Cancelled c -> "cancelled";
        };
    }

    /** One list; empty when there is none with this id. */
    Optional<BulkList> find(String id) {
        return lists(jdbc.sql(LISTS + " where l.id = :id").param("id", id)).stream()
                .findFirst();
    }

    /** The latest lists, newest first. */
    List<BulkList> latest(int most) {
        return lists(jdbc.sql(LISTS + " order by l.seq desc limit :most").param("most", most));
    }

    /** Lists that have not ended, oldest first. */
    List<BulkList> underWay() {
        return lists(jdbc.sql(LISTS + " where o.kind is null order by l.seq"));
    }

    private static List<BulkList> lists(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, index) -> new BulkList(
                        row.getString("id"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        row.getString("operator"),
                        CoreJson.mapper().readValue(row.getString("entries"), new TypeReference<List<BulkEntry>>() {}),
                        Optional.ofNullable(row.getString("reception")),
                        outcome(row.getString("kind"), row.getString("body"))))
                .list();
    }

    private static Optional<Outcome> outcome(@Nullable String kind, @Nullable String body) {
        if (kind == null || body == null) {
            return Optional.empty();
        }
        return Optional.of(CoreJson.mapper().readValue(body, form(kind)));
    }

    private static Class<? extends Outcome> form(String kind) {
        return switch (kind) {
            case "finished" -> Outcome.Finished.class;
            case "refused" -> Outcome.Refused.class;
            case "failed" -> Outcome.Failed.class;
            default -> Outcome.Cancelled.class;
        };
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
