package madoguchi.app;

import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 動作の確認 – {@code /healthz}: the process lives; {@code /readyz}: it can also reach its database. */
@RestController
final class HealthPages {

    private final TransactionTemplate transaction;

    HealthPages(DataSource database) {
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @GetMapping("/healthz")
    ResponseEntity<String> alive() {
        return ResponseEntity.ok("ok\n");
    }

    @GetMapping("/readyz")
    ResponseEntity<String> ready() {
        try {
            transaction.executeWithoutResult(status -> {});
            return ResponseEntity.ok("ok\n");
        } catch (DataAccessException | TransactionException unreachable) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("the database does not answer\n");
        }
    }
}
