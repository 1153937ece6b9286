package madoguchi.app;

import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * 動作の確認 – {@code /healthz}: the process lives; {@code /readyz}: it can also reach its database. Both say {@code ok} and nothing else when all is well. While a hub reads its register into memory it answers,
 * from the database and slower: {@code /readyz} is then a 200 with another text.
 */
@RestController
final class HealthPages {

    private static final String OK = "ok\n";
    private static final String SLOWER =
            "ready; inquiries are answered from the database until the register is in memory\n";

    private final TransactionTemplate transaction;
    private final BooleanSupplier fromMemory;

    /** The health of a process over this database; {@code fromMemory} tells whether inquiries are as fast as they will be, which they are where nobody inquires. */
    HealthPages(DataSource database, BooleanSupplier fromMemory) {
        this.fromMemory = fromMemory;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @GetMapping("/healthz")
    ResponseEntity<String> alive() {
        return ResponseEntity.ok(OK);
    }

    @GetMapping("/readyz")
    ResponseEntity<String> ready() {
        try {
            transaction.executeWithoutResult(status -> {});
            return ResponseEntity.ok(fromMemory.getAsBoolean() ? OK : SLOWER);
        } catch (DataAccessException | TransactionException unreachable) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("the database does not answer\n");
        }
    }
}
