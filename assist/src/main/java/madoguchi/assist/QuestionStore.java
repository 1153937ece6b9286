package madoguchi.assist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 質問の保管庫 – the unanswered questions of schema {@code assist}, and which of them were seen to. */
public final class QuestionStore {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    /** A store in this database; call {@link #migrate} before. */
    public QuestionStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Brings the schema {@code assist} up to date. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("assist")
                .defaultSchema("assist")
                .locations("classpath:db/assist")
                .load()
                .migrate();
    }

    void add(LocalDate day, String words, KeptQuestion.Why why) {
        jdbc.sql("insert into assist.question (day, words, why) values (:day, :words, :why)")
                .param("day", day)
                .param("words", words)
                .param("why", why.name())
                .update();
    }

    /** Marks a question as seen to; nothing where it was before, or where there is none of this number. */
    void done(long seq, LocalDate day, String operator) {
        jdbc.sql("""
                        insert into assist.done (question, day, operator)
                        select seq, :day, :operator from assist.question where seq = :seq
                        on conflict do nothing""")
                .param("seq", seq)
                .param("day", day)
                .param("operator", operator)
                .update();
    }

    /** The latest 200: those still open first, and of both the latest first. */
    List<KeptQuestion> latest() {
        return jdbc.sql("""
                        select q.seq, q.day, q.words, q.why, d.operator
                          from assist.question q left join assist.done d on d.question = q.seq
                         order by (d.question is not null), q.seq desc limit :most""").param("most", MOST).query(QuestionStore::question).list();
    }

    private static KeptQuestion question(ResultSet row, int index) throws SQLException {
        return new KeptQuestion(
                row.getLong("seq"),
                row.getObject("day", LocalDate.class),
                row.getString("words"),
                KeptQuestion.Why.valueOf(row.getString("why")),
                Optional.ofNullable(row.getString("operator")));
    }
}
