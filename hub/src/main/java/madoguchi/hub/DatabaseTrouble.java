package madoguchi.hub;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

/** データベースの障害 – the kinds of trouble with a database about which somebody can do something, in their words instead of the database's. Told by SQLSTATE (PostgreSQL manual, appendix A "Error Codes"). */
public enum DatabaseTrouble {

    /** 空きがない – {@code disk_full}, and errors of writing that name a device without room or a limit on the size of files. */
    FULL(
            new Text("データベースを置いたディスクに空きがありません。", "The disk of the database is full."),
            new Text(
                    "場所を空けてください（./madoguchi doctor で空きが分かります）。",
                    "Make room (./madoguchi doctor tells how much there is).")),
    /** 応答なし – no connection, or one that broke off: the database was stopped, is starting, or ended for want of room. */
    AWAY(
            new Text("データベースが応答しません。", "The database does not answer."),
            new Text(
                    "動いているか、ディスクに空きがあるかを確かめてください（./madoguchi doctor）。",
                    "See whether it runs and whether its disk has room (./madoguchi doctor).")),
    /** 連番の後戻り – somebody has an id that the sequence has yet to give, as after a register that was put back without its sequences. Nobody is registered until it is mended, since two persons could share an id. */
    BEHIND(
            new Text(
                    "登録簿の人の番号（連番）が、登録済みの人より前に戻っています。控えから連番を除いて戻したときなどに起こります。",
                    "The sequence of persons' ids is behind the register, as after a restore without sequences."),
            new Text(
                    "データベースの管理者が次を一度実行してください: select setval('hub.person_id_seq', (select max(id) from hub.person));",
                    "Let the database's administrator run once: select setval('hub.person_id_seq', (select max(id) from hub.person));"));

    /** An id would be given twice; nothing was stored. */
    static final class Behind extends DataIntegrityViolationException {
        private static final long serialVersionUID = 1;

        Behind() {
            super("hub.person_id_seq is behind hub.person");
        }
    }

    private static final String NO_ROOM = "53100";

    private final Text what;
    private final Text todo;

    DatabaseTrouble(Text what, Text todo) {
        this.what = what;
        this.todo = todo;
    }

    /** What happened. */
    public Text what() {
        return what;
    }

    /** What to do now. */
    public Text todo() {
        return todo;
    }

    /** The trouble behind a failure; empty when the database is not to blame, or only with what it was asked. */
    public static Optional<DatabaseTrouble> of(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, cause -> cause != null, DatabaseTrouble::behind)
                .toList();
        return chain.stream()
                .flatMap(cause -> cause instanceof SQLException refused ? of(refused).stream() : Stream.empty())
                .findFirst()
                .or(() ->
                        chain.stream().flatMap(cause -> spring(cause).stream()).findFirst());
    }

    private static Optional<DatabaseTrouble> spring(Throwable cause) {
        return switch (cause) {
            case Behind _ -> Optional.of(BEHIND);
            case DataAccessResourceFailureException _ -> Optional.of(AWAY);
            default -> Optional.empty();
        };
    }

    /* Where a transaction could not even be rolled back, what broke it tells more than why that was so. */
    private static @Nullable Throwable behind(Throwable failure) {
        return failure instanceof TransactionSystemException lost && lost.getApplicationException() != null
                ? lost.getApplicationException()
                : failure.getCause();
    }

    private static Optional<DatabaseTrouble> of(SQLException refused) {
        String state = Optional.ofNullable(refused.getSQLState()).orElse("");
        String words = Optional.ofNullable(refused.getMessage()).orElse("");
        if (state.equals(NO_ROOM) || words.contains("No space left") || words.contains("File too large")) {
            return Optional.of(FULL);
        }
        // 08: connection exceptions; 57P01 to 57P03: shut down, crashed, starting up.
        boolean gone = state.startsWith("08")
                || state.startsWith("57P0")
                || refused instanceof SQLTransientConnectionException;
        return gone ? Optional.of(AWAY) : Optional.empty();
    }
}
