package madoguchi.hub;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Inquiry;
import madoguchi.core.SubsidyAnswer;
import org.springframework.jdbc.core.JdbcTemplate;

/** 照会記録の保管庫 – the append-only verification log in PostgreSQL. One call writes many entries in one durable commit. */
final class VerificationStore {

    /**
     * 照会記録.
     *
     * @param at when
     * @param inquiry who asked what
     * @param finding what was answered
     * @param subsidies what came of asking for subsidies
     */
    record Entry(Instant at, Inquiry inquiry, Finding finding, SubsidyAnswer subsidies) {
        /** An inquiry in which subsidies were not asked for. */
        Entry(Instant at, Inquiry inquiry, Finding finding) {
            this(at, inquiry, finding, new SubsidyAnswer.NotAsked());
        }
    }

    private static final String COLUMNS = """
            hub.verification (id, form, previous, hash, at, facility, terminal, operator, kind, day, known_at,
                   asked_insurer, asked_symbol, asked_number, asked_branch, asked_birth, asked_issuer, asked_serial,
                   limit_consent, disease_consent, outcome, facts, registered, subsidies)
            """;

    private final JdbcTemplate jdbc;

    VerificationStore(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** The last entry; what stands for it where nothing is chained yet. */
    Written head() {
        List<Written> last = jdbc.query(
                "select id, hash from hub.verification order by id desc limit 1",
                (row, index) -> new Written(
                        row.getLong(1),
                        Optional.ofNullable(row.getBytes(2)).map(Digest::of).orElse(Chain.genesis(row.getLong(1)))));
        return last.isEmpty() ? new Written(0, Chain.genesis(0)) : last.getFirst();
    }

    /**
     * Writes the rows under their numbers and hashes, and commits.
     *
     * @param before the hash that the first row follows
     * @throws org.springframework.dao.DuplicateKeyException when a number is taken; then nothing is written
     */
    void insert(List<Recorded> rows, Digest before, List<Written> chained) {
        jdbc.execute((Connection connection) -> {
            try (BinaryCopy copy = new BinaryCopy(connection, COLUMNS)) {
                Digest previous = before;
                for (int i = 0; i < chained.size(); i++) {
                    add(copy, rows.get(i), previous, chained.get(i));
                    previous = chained.get(i).hash();
                }
                copy.end();
                return chained.size();
            }
        });
    }

    private static void add(BinaryCopy copy, Recorded row, Digest previous, Written written) throws SQLException {
        copy.row(24);
        copy.number(written.id());
        copy.small(row.form());
        copy.bytes(previous.bytes());
        copy.bytes(written.hash().bytes());
        copy.instant(row.at());
        copy.text(row.facility());
        copy.text(row.terminal());
        copy.text(row.operator());
        copy.text(row.kind());
        copy.day(row.day());
        copy.instant(row.knownAt());
        copy.text(row.insurer());
        copy.text(row.symbol());
        copy.text(row.number());
        copy.text(row.branch());
        copy.day(row.birth());
        copy.text(row.issuer());
        copy.text(row.serial());
        copy.flag(row.limitConsent());
        copy.flag(row.diseaseConsent());
        copy.text(row.outcome());
        copy.text(row.facts());
        copy.text(row.registered());
        copy.text(row.subsidies());
    }
}
