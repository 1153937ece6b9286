package madoguchi.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.json.CoreJson;
import madoguchi.uke.FileKind;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 請求の保管庫 – the files of schema {@code claims} and the agency's results. What a file held is kept for the latest {@value #KEPT} only and can be removed. */
public final class ClaimStore {

    static final int KEPT = 12;

    private static final String UPLOADS = """
            select u.id, u.at, u.operator, u.kind, u.claimed, u.bytes,
                   not exists (select from claims.content c where c.upload = u.id) as removed
              from claims.upload u
            """;

    private final JdbcClient jdbc;

    ClaimStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("claims")
                .defaultSchema("claims")
                .locations("classpath:db/claims")
                .load()
                .migrate();
    }

    /** Keeps a file; the oldest beyond {@value #KEPT} are removed. */
    void add(Upload upload, byte[] bytes) {
        jdbc.sql("""
                        with kept as (
                            insert into claims.upload (id, at, operator, kind, claimed, bytes)
                            values (:id, :at, :operator, :kind, :claimed, :length) returning id)
                        insert into claims.content (upload, bytes) select id, :bytes from kept""")
                .param("id", upload.id())
                .param("at", utc(upload.at()))
                .param("operator", upload.operator())
                .param("kind", upload.kind().name())
                .param("claimed", upload.claimed().map(month -> month.atDay(1)).orElse(null))
                .param("length", bytes.length)
                .param("bytes", bytes)
                .update();
        jdbc.sql("""
                        select u.id from claims.upload u join claims.content c on c.upload = u.id
                         order by u.seq desc offset :kept""").param("kept", KEPT).query(String.class).list().forEach(old -> remove(old, upload.at(), "auto"));
    }

    /** Removes what a file held, and records that; nothing where it was removed before. */
    void remove(String upload, Instant at, String operator) {
        jdbc.sql("""
                        with gone as (delete from claims.content where upload = :upload returning upload),
                             mended as (delete from claims.mended where upload = :upload)
                        insert into claims.removal (upload, at, operator) select upload, :at, :operator from gone
                        on conflict do nothing""")
                .param("upload", upload)
                .param("at", utc(at))
                .param("operator", operator)
                .update();
    }

    List<Upload> latest(int most) {
        return jdbc.sql(UPLOADS + " order by u.seq desc limit :most")
                .param("most", most)
                .query((row, index) -> upload(row))
                .list();
    }

    Optional<Upload> find(String id) {
        return jdbc.sql(UPLOADS + " where u.id = :id")
                .param("id", id)
                .query((row, index) -> upload(row))
                .optional();
    }

    private static Upload upload(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Upload(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("operator"),
                FileKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("claimed", LocalDate.class)).map(YearMonth::from),
                row.getInt("bytes"),
                row.getBoolean("removed"));
    }

    Optional<byte[]> content(String upload) {
        return jdbc.sql("select bytes from claims.content where upload = :upload")
                .param("upload", upload)
                .query(byte[].class)
                .optional();
    }

    /** 直したレセプト – a receipt as a clerk had it mended. */
    @SuppressWarnings("ArrayRecordComponent") // Carried from the database to the page, never compared.
    record Mended(String how, byte[] bytes) {}

    void mend(String upload, long receipt, String how, Instant at, String operator, byte[] bytes) {
        jdbc.sql("""
                        insert into claims.mended (upload, receipt, how, at, operator, bytes)
                        select upload, :receipt, :how, :at, :operator, :bytes from claims.content where upload = :upload""")
                .param("upload", upload)
                .param("receipt", receipt)
                .param("how", how)
                .param("at", utc(at))
                .param("operator", operator)
                .param("bytes", bytes)
                .update();
    }

    /** The latest version of every mended receipt, by its place in the file. */
    Map<Long, Mended> mended(String upload) {
        Map<Long, Mended> all = new LinkedHashMap<>();
        jdbc.sql("select receipt, how, bytes from claims.mended where upload = :upload order by seq")
                .param("upload", upload)
                .query(row -> {
                    all.put(row.getLong("receipt"), new Mended(row.getString("how"), row.getBytes("bytes")));
                });
        return all;
    }

    /** 仕事としての結果. */
    record Result(long seq, ResultLine line, boolean done) {}

    /** Writes the lines down; how many were new. */
    int addResults(List<ResultLine> lines, Instant at, String operator) {
        return lines.stream()
                .mapToInt(line -> jdbc.sql("""
                                insert into claims.result (at, operator, reception, claim_month, ordinal, part, line)
                                values (:at, :operator, :reception, :month, :ordinal, :part, :line::jsonb)
                                on conflict (reception, ordinal, part) do nothing""")
                        .param("at", utc(at))
                        .param("operator", operator)
                        .param("reception", line.reception())
                        .param("month", line.claimMonth())
                        .param("ordinal", line.ordinal())
                        .param("part", line.part())
                        .param("line", CoreJson.mapper().writeValueAsString(line))
                        .update())
                .sum();
    }

    /** The latest results: open ones first, of these the returned ones. */
    List<Result> results(int most) {
        return jdbc.sql("""
                        select r.seq, r.line, d.result is not null as done
                          from claims.result r left join claims.result_done d on d.result = r.seq
                         order by done, r.line ->> 'outcome' like 'RETURNED%' desc, r.seq desc limit :most""")
                .param("most", most)
                .query((row, index) -> new Result(
                        row.getLong("seq"),
                        CoreJson.mapper().readValue(row.getString("line"), ResultLine.class),
                        row.getBoolean("done")))
                .list();
    }

    void done(long result, Instant at, String operator) {
        jdbc.sql("""
                        insert into claims.result_done (result, at, operator)
                        select seq, :at, :operator from claims.result where seq = :result on conflict do nothing""")
                .param("result", result)
                .param("at", utc(at))
                .param("operator", operator)
                .update();
    }

    List<ReturnReason> reasons() {
        return jdbc.sql("""
                        select claim_month, line ->> 'rule' as rule, line ->> 'outcome' as outcome,
                               count(distinct (reception, ordinal)) as receipts
                          from claims.result group by 1, 2, 3 order by 1 desc, 4 desc, 2""")
                .query((row, index) -> new ReturnReason(
                        row.getString("claim_month"),
                        row.getString("rule"),
                        row.getString("outcome"),
                        row.getLong("receipts")))
                .list();
    }

    /** The receipts that one rule decided in a claim month, behind one of them, in the order of reception and place. */
    List<RuledLine> ruled(YearMonth month, String rule, String reception, long ordinal, int most) {
        return jdbc.sql("""
                        select distinct on (r.reception, r.ordinal) r.line, d.result is not null as done
                          from claims.result r left join claims.result_done d on d.result = r.seq
                         where r.claim_month = :month and r.line ->> 'rule' = :rule
                           and (r.reception, r.ordinal) > (:reception, :ordinal)
                         order by r.reception, r.ordinal, r.part limit :most""")
                .param("month", month.toString())
                .param("rule", rule)
                .param("reception", reception)
                .param("ordinal", ordinal)
                .param("most", most)
                .query((row, index) -> RuledLine.of(
                        CoreJson.mapper().readValue(row.getString("line"), ResultLine.class), row.getBoolean("done")))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
