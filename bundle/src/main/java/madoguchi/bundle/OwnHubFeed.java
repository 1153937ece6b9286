package madoguchi.bundle;

import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Text;
import org.springframework.dao.DataAccessException;

/** 同じプロセスの配布元 – the hub whose database this process shares. */
public final class OwnHubFeed implements RuleFeed {

    private final PublishedStore store;

    /** Fetches what was published into this database. */
    public OwnHubFeed(DataSource database) {
        this.store = new PublishedStore(database);
    }

    @Override
    public Fetched fetch(Optional<String> have) {
        try {
            Optional<String> digest = store.digest();
            if (digest.isEmpty()) {
                return new Fetched.Nothing();
            }
            return digest.equals(have)
                    ? new Fetched.Unchanged()
                    : new Fetched.Bundle(store.bundle(digest.get()).orElseThrow(), digest.get());
        } catch (DataAccessException down) {
            return new Fetched.Unreachable(new Text("データベースが答えません。", "The database does not answer."));
        }
    }
}
