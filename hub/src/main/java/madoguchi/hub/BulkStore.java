package madoguchi.hub;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.core.BulkCounts;
import madoguchi.core.BulkQuestion;
import madoguchi.core.BulkRetrieval.Wanted;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Problem;
import madoguchi.core.Reply;
import madoguchi.core.VisitKind;
import madoguchi.json.CoreJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

/** 一括照会の保管庫 – jobs, questions, answers and events in PostgreSQL; all append-only. */
final class BulkStore {

    /**
     * 問い – one question of a job.
     *
     * @param place from 1
     * @param line as it was read
     * @param day 資格確認日, where it is not the job's
     */
    record Asked(int place, BulkLine line, Optional<LocalDate> day) {

        Asked(int place, BulkLine line) {
            this(place, line, Optional.empty());
        }
    }

    /**
     * 回答の行.
     *
     * @param place from 1
     * @param at when
     * @param reply the answer, or the refusal of the question
     * @param asked what finds the last time; absent for a refused question
     * @param told what was told; absent for a refused question
     * @param before what was told the last time
     */
    record Answered(
            int place, Instant at, Reply reply, Optional<Digest> asked, Optional<Told> told, Optional<Told> before) {}

    /**
     * 問いと回答.
     *
     * @param asked the question
     * @param answered its result
     */
    record Pair(Asked asked, Answered answered) {}

    /** What identifies a text that was sent before. */
    record Sent(String reception, Digest content) {}

    private static final String JOB = """
            select j.id, j.reception, j.received_at, j.day, j.facility, j.terminal, j.operator, coalesce(a.questions, l.questions, 0),
                   coalesce(p.done, 0), coalesce(p.normal, 0), coalesce(p.error, 0),
                   exists (select from hub.bulk_event e where e.job = j.id and e.kind = 'CANCELLED'),
                   exists (select from hub.bulk_event e where e.job = j.id and e.kind = 'FINISHED'),
                   j.wanted, l.job is not null
              from hub.bulk_job j
              join hub.bulk_event a on a.job = j.id and a.kind = 'ACCEPTED'
              left join hub.bulk_event l on l.job = j.id and l.kind = 'LISTED'
              left join lateral (select done, normal, error from hub.bulk_progress p where p.job = j.id order by done desc limit 1) p on true
            """;
    private static final String OPEN =
            " not exists (select from hub.bulk_event e where e.job = j.id and e.kind in ('CANCELLED', 'FINISHED'))";

    private static final String HIDDEN = """
            select distinct v.id from hub.verification v
              cross join lateral unnest(cast(string_to_array(nullif(v.facts, ''), ',') as bigint[])) as u(fact)
              join hub.fact f on f.id = u.fact
             where v.id = any(?)
               and (exists (select from hub.fact s where s.person = f.person and s.suppressed
                               and not exists (select from hub.fact n where n.person = s.person and substring(n.name for 16) = substring(s.name for 16) and n.id > s.id))
                    or exists (select from hub.register_fact r where r.person = f.person and r.kind = 'SUPPRESSION' and not r.withdrawn
                                  and not exists (select from hub.register_fact n where n.person = r.person and n.kind = 'SUPPRESSION' and n.id > r.id)))
            """;

    private static final String CONSENTING = """
            select distinct v.id from hub.verification v
              cross join lateral unnest(cast(string_to_array(nullif(v.facts, ''), ',') as bigint[])) as u(fact)
              join hub.fact f on f.id = u.fact
             where v.id = any(?)
               and exists (select from hub.register_fact r where r.person = f.person and r.kind = 'VISIT_CONSENT' and not r.withdrawn
                              and cast(r.body as jsonb) ->> 'facility' = ? and cast(r.body as jsonb) ->> 'visit' = ?
                              and not exists (select from hub.register_fact n where n.name = r.name and n.id > r.id))
            """;

    private static final int LINES_AT_ONCE = 500;

    private static final String ADD_QUESTION = """
            insert into hub.bulk_question (job, place, identifier, insurer, symbol, number, branch, birth, limit_consent, problems, day)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as date))
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    BulkStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** All or nothing: nothing stays when {@code work} gives an empty value or throws. */
    <T> Optional<T> whole(Supplier<Optional<T>> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<T> done = work.get();
            if (done.isEmpty()) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }

    /** The job of this request id, where the facility sent one before. */
    Optional<Sent> sent(MedicalInstitutionCode facility, String requestId) {
        return jdbc
                .query(
                        """
                        select j.reception, e.content from hub.bulk_job j join hub.bulk_event e on e.job = j.id and e.kind = 'ACCEPTED'
                         where j.facility = ? and j.request_id = ?
                        """,
                        (row, index) -> new Sent(row.getString(1), Digest.of(row.getBytes(2))),
                        facility.digits(),
                        requestId)
                .stream()
                .findFirst();
    }

    /** How many jobs of a facility are neither finished nor cancelled. */
    int open(MedicalInstitutionCode facility) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from hub.bulk_job j where j.facility = ? and" + OPEN,
                Integer.class,
                facility.digits()));
    }

    /** Open jobs, the oldest first, of which nothing was heard since that instant. */
    List<Long> openSince(Instant quiet) {
        return jdbc.query(
                "select j.id from hub.bulk_job j join hub.bulk_event a on a.job = j.id and a.kind = 'ACCEPTED' where"
                        + OPEN
                        + " and j.received_at <= ? and not exists (select from hub.bulk_progress p where p.job = j.id and p.at > ?) order by j.id",
                (row, index) -> row.getLong(1),
                Timestamp.from(quiet),
                Timestamp.from(quiet));
    }

    Optional<BulkJob> job(long id) {
        return jdbc.query(JOB + " where j.id = ?", BulkStore::job, id).stream().findFirst();
    }

    /** The job of that reception, if it is this facility's. */
    Optional<BulkJob> job(MedicalInstitutionCode facility, String reception) {
        return jdbc
                .query(JOB + " where j.reception = ? and j.facility = ?", BulkStore::job, reception, facility.digits())
                .stream()
                .findFirst();
    }

    private static BulkJob job(ResultSet row, int index) throws SQLException {
        return new BulkJob(
                row.getLong(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                Objects.requireNonNull(row.getObject(4, LocalDate.class)),
                new MedicalInstitutionCode(row.getString(5)),
                row.getString(6),
                row.getString(7),
                new BulkCounts(row.getInt(8), row.getInt(9), row.getInt(10), row.getInt(11)),
                row.getBoolean(12),
                row.getBoolean(13),
                Optional.ofNullable(row.getString(14)).map(RetrievalText::wanted),
                row.getBoolean(15));
    }

    /** A number for a new job. */
    long nextId() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select nextval(pg_get_serial_sequence('hub.bulk_job', 'id'))", Long.class));
    }

    /** Writes a job down; {@link org.springframework.dao.DuplicateKeyException} when the facility has sent the request id before. */
    void add(
            long id,
            String reception,
            MedicalInstitutionCode facility,
            BulkText.Header header,
            Optional<Wanted> wanted,
            String requestId,
            Instant at) {
        jdbc.update(
                """
                insert into hub.bulk_job (id, reception, facility, terminal, operator, day, wanted, request_id, received_at)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                reception,
                facility.digits(),
                header.terminal(),
                header.operator(),
                header.day(),
                wanted.map(RetrievalText::of).orElse(null),
                requestId,
                Timestamp.from(at));
    }

    void accepted(long job, Instant at, int questions, Digest content) {
        jdbc.update(
                "insert into hub.bulk_event (job, kind, at, questions, content) values (?, 'ACCEPTED', ?, ?, ?)",
                job,
                Timestamp.from(at),
                questions,
                content.bytes());
    }

    /** A retrieval, whose questions are not known yet. */
    void accepted(long job, Instant at, Digest content) {
        jdbc.update(
                "insert into hub.bulk_event (job, kind, at, content) values (?, 'ACCEPTED', ?, ?)",
                job,
                Timestamp.from(at),
                content.bytes());
    }

    /**
     * Writes down whom a retrieval means; one that means nobody is finished with it.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another hub was faster; then nothing is written
     */
    void listed(long job, Instant at, List<RetrievalList.Named> named) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "insert into hub.bulk_event (job, kind, at, questions) values (?, 'LISTED', ?, ?)",
                    job,
                    Timestamp.from(at),
                    named.size());
            AtomicInteger place = new AtomicInteger(1);
            jdbc.batchUpdate(ADD_QUESTION, named, LINES_AT_ONCE, (insert, one) -> {
                insert.setLong(1, job);
                insert.setInt(2, place.getAndIncrement());
                set(insert, BulkLine.of(one.question()));
                insert.setObject(11, one.day());
            });
            if (named.isEmpty()) {
                finished(job, at);
            }
        });
    }

    /** Calls a job off; once. */
    void cancelled(long job, Instant at) {
        event(job, "CANCELLED", at);
    }

    void finished(long job, Instant at) {
        event(job, "FINISHED", at);
    }

    private void event(long job, String kind, Instant at) {
        jdbc.update(
                "insert into hub.bulk_event (job, kind, at) values (?, ?, ?) on conflict do nothing",
                job,
                kind,
                Timestamp.from(at));
    }

    void addQuestions(long job, int firstPlace, List<BulkLine> lines) {
        AtomicInteger place = new AtomicInteger(firstPlace);
        jdbc.batchUpdate(ADD_QUESTION, lines, lines.size(), (insert, line) -> {
            insert.setLong(1, job);
            insert.setInt(2, place.getAndIncrement());
            set(insert, line);
            insert.setObject(11, null);
        });
    }

    private static void set(PreparedStatement insert, BulkLine line) throws SQLException {
        Optional<InsuredId> id = line.question().map(BulkQuestion::insured);
        insert.setString(3, line.identifier().orElse(null));
        insert.setString(4, id.map(known -> known.insurer().digits()).orElse(null));
        insert.setString(5, id.flatMap(InsuredId::symbol).orElse(null));
        insert.setString(6, id.map(InsuredId::number).orElse(null));
        insert.setString(7, id.flatMap(InsuredId::branch).orElse(null));
        insert.setObject(8, line.question().map(BulkQuestion::birth).orElse(null));
        insert.setObject(9, line.question().map(BulkQuestion::limitConsent).orElse(null));
        insert.setString(
                10, line.problems().isEmpty() ? null : CoreJson.mapper().writeValueAsString(line.problems()));
    }

    /** The questions after a place, at most so many. */
    List<Asked> questions(long job, int after, int most) {
        return jdbc.query("""
                select place, identifier, insurer, symbol, number, branch, birth, limit_consent, problems, day
                  from hub.bulk_question where job = ? and place > ? order by place limit ?
                """, (row, index) -> asked(row), job, after, most);
    }

    private static Asked asked(ResultSet row) throws SQLException {
        Optional<String> identifier = Optional.ofNullable(row.getString("identifier"));
        String problems = row.getString("problems");
        if (problems != null) {
            return new Asked(
                    row.getInt("place"),
                    BulkLine.faulty(
                            identifier, CoreJson.mapper().readValue(problems, new TypeReference<List<Problem>>() {})));
        }
        InsuredId insured = new InsuredId(
                new InsurerNumber(row.getString("insurer")),
                Optional.ofNullable(row.getString("symbol")),
                row.getString("number"),
                Optional.ofNullable(row.getString("branch")));
        return new Asked(
                row.getInt("place"),
                BulkLine.of(new BulkQuestion(
                        insured,
                        Objects.requireNonNull(row.getObject("birth", LocalDate.class)),
                        row.getBoolean("limit_consent"),
                        identifier)),
                Optional.ofNullable(row.getObject("day", LocalDate.class)));
    }

    /** What was told the last time in another job, by question. */
    Map<Digest, Told> before(long job, List<Digest> asked) {
        Map<Digest, Told> before = new HashMap<>();
        jdbc.execute((Connection connection) -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select u.asked, l.shown, l.limits from unnest(?) as u(asked)
                      join lateral (select shown, limits from hub.bulk_answer a
                                     where a.asked = u.asked and a.job <> ? order by a.at desc, a.job desc limit 1) l on true
                    """)) {
                select.setArray(1, bytes(connection, asked));
                select.setLong(2, job);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        before.put(
                                Digest.of(rows.getBytes(1)),
                                told(rows.getBytes(2), rows.getBytes(3)).orElseThrow());
                    }
                }
            }
            return before;
        });
        return before;
    }

    private static Optional<Told> told(byte @Nullable [] shown, byte @Nullable [] limits) {
        return Optional.ofNullable(shown)
                .map(digest ->
                        new Told(Digest.of(digest), Optional.ofNullable(limits).map(Digest::of)));
    }

    private static Array bytes(Connection connection, List<Digest> digests) throws SQLException {
        return connection.createArrayOf(
                "bytea", digests.stream().map(Digest::bytes).toArray(byte[][]::new));
    }

    /**
     * Writes one group's answers and how far the job is with them. Only the last group waits for the disk: a group lost with the power is asked again, and its
     * verifications were on disk before.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another hub was faster; then nothing is written
     */
    void add(long job, List<Answered> answers, BulkCounts counts, Instant at) {
        transaction.executeWithoutResult(status -> {
            if (counts.done() < counts.total()) {
                jdbc.execute("set local synchronous_commit = off");
            }
            jdbc.update(
                    "insert into hub.bulk_progress (job, done, normal, error, at) values (?, ?, ?, ?, ?)",
                    job,
                    counts.done(),
                    counts.normal(),
                    counts.error(),
                    Timestamp.from(at));
            jdbc.batchUpdate("""
                    insert into hub.bulk_answer (job, place, at, verification, asked, shown, limits, before, before_limits, body)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, answers, answers.size(), (insert, answer) -> {
                insert.setLong(1, job);
                set(insert, answer);
            });
            if (counts.done() == counts.total()) {
                finished(job, at);
            }
        });
    }

    private static void set(PreparedStatement insert, Answered answer) throws SQLException {
        insert.setInt(2, answer.place());
        insert.setTimestamp(3, Timestamp.from(answer.at()));
        insert.setObject(4, answer.reply().verification().orElse(null));
        insert.setBytes(5, answer.asked().map(Digest::bytes).orElse(null));
        set(insert, 6, answer.told());
        set(insert, 8, answer.before());
        insert.setString(10, CoreJson.mapper().writeValueAsString(answer.reply()));
    }

    private static void set(PreparedStatement insert, int index, Optional<Told> told) throws SQLException {
        insert.setBytes(index, told.map(Told::shown).map(Digest::bytes).orElse(null));
        insert.setBytes(index + 1, told.flatMap(Told::limits).map(Digest::bytes).orElse(null));
    }

    /** The questions after a place with their results, at most so many. */
    List<Pair> results(long job, int after, int most) {
        return jdbc.query(
                """
                select q.place, q.identifier, q.insurer, q.symbol, q.number, q.branch, q.birth, q.limit_consent, q.problems, q.day,
                       a.at, a.asked, a.shown, a.limits, a.before, a.before_limits, a.body
                  from hub.bulk_question q join hub.bulk_answer a on a.job = q.job and a.place = q.place
                 where q.job = ? and q.place > ? order by q.place limit ?
                """,
                (row, index) -> new Pair(
                        asked(row),
                        new Answered(
                                row.getInt("place"),
                                row.getTimestamp("at").toInstant(),
                                CoreJson.mapper().readValue(row.getString("body"), Reply.class),
                                Optional.ofNullable(row.getBytes("asked")).map(Digest::of),
                                told(row.getBytes("shown"), row.getBytes("limits")),
                                told(row.getBytes("before"), row.getBytes("before_limits")))),
                job,
                after,
                most);
    }

    /** The reply that was told the last time before a job, with which its answer was compared. */
    Optional<Reply> replyBefore(long job, Answered answered) {
        return answered.before()
                .flatMap(before -> jdbc
                        .query(
                                "select body from hub.bulk_answer where asked = ? and shown = ? and job <> ? and at <= ? order by at desc limit 1",
                                (row, index) -> CoreJson.mapper().readValue(row.getString(1), Reply.class),
                                answered.asked().orElseThrow().bytes(),
                                before.shown().bytes(),
                                job,
                                Timestamp.from(answered.at()))
                        .stream()
                        .findFirst());
    }

    /** Which of these verifications rest on a person who is hidden (不開示) today. */
    Set<Long> hidden(List<Long> verifications) {
        return among(verifications, HIDDEN, List.of());
    }

    /** Which of these verifications rest on a person whose consent to such visits at the facility stands now. */
    Set<Long> consenting(List<Long> verifications, MedicalInstitutionCode facility, VisitKind visit) {
        return among(verifications, CONSENTING, List.of(facility.digits(), visit.name()));
    }

    private Set<Long> among(List<Long> verifications, String sql, List<String> further) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> {
            Set<Long> found = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setArray(1, connection.createArrayOf("bigint", verifications.toArray()));
                for (int i = 0; i < further.size(); i++) {
                    select.setString(i + 2, further.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getLong(1));
                    }
                }
            }
            return found;
        }));
    }
}
