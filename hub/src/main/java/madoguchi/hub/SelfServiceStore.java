package madoguchi.hub;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.TokenKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 本人の利用の記録 – the append-only log of log-ins to the portal and of what persons changed there. */
final class SelfServiceStore {

    /** 行い. */
    enum Act {
        /** ログイン. */
        LOG_IN,
        /** パスキーの後ろ盾の確認 – at a log-in by passkey. */
        PASSKEY,
        /** 利用登録. */
        ENROL,
        /** 利用登録の解除. */
        END_ENROLMENT,
        /** 同意の撤回. */
        WITHDRAW,
        /** 居宅同意の撤回. */
        WITHDRAW_VISITS
    }

    private final JdbcClient client;

    SelfServiceStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /** On disk when it returns. */
    void add(Instant at, Act act, Optional<TokenKind> token, String outcome, Optional<Long> person) {
        client.sql("insert into hub.self_service (at, act, token, outcome, person) values (?, ?, ?, ?, ?)")
                .param(1, at.atOffset(ZoneOffset.UTC))
                .param(2, act.name())
                .param(3, token.map(TokenKind::name).orElse(null), Types.VARCHAR)
                .param(4, outcome)
                .param(5, person.orElse(null), Types.BIGINT)
                .update();
    }

    /** The newest entry of the verification log; 0 before any. */
    long newestVerification() {
        return client.sql("select coalesce(max(id), 0) from hub.verification")
                .query(Long.class)
                .single();
    }
}
