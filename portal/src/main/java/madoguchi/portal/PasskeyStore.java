package madoguchi.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Octets;
import madoguchi.core.PersonKey;
import madoguchi.core.SelfEntry.Backing;
import madoguchi.core.TokenKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** パスキーの保管庫 – the append-only logs of passkeys, schema {@code portal}. */
final class PasskeyStore {

    /** ログインの結果. */
    enum Outcome {
        /** 入った. */
        ADMITTED,
        /** 知らない鍵 – of nobody, removed or ended. */
        UNKNOWN,
        /** 確かめられない – wrong signature, wrong place, another's handle, nobody at the phone. */
        WRONG,
        /** 複製の疑い. */
        CLONED,
        /** 後ろ盾がない. */
        ENDED,
        /** 応答なし. */
        UNREACHABLE
    }

    private static final String SELECT = """
            select p.id, p.at, p.person, p.handle, p.credential, p.attested, p.backup_eligible, p.certificate, p.token, p.since, e.why,
                   (select n.name from portal.passkey_name n where n.passkey = p.id order by n.id desc limit 1),
                   greatest(p.counter, coalesce((select max(l.counter) from portal.passkey_log_in l where l.passkey = p.id and l.outcome = 'ADMITTED'), 0)),
                   (select max(l.at) from portal.passkey_log_in l where l.passkey = p.id and l.outcome = 'ADMITTED')
              from portal.passkey p left join portal.passkey_end e on e.passkey = p.id
            """;

    private final JdbcClient client;

    PasskeyStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    /** Keeps a new one with its name; false where that key is known already, whoever's it is. */
    boolean add(Instant at, String name, Passkey.Key key, Backing backing) {
        return client.sql("""
                        with added as (
                            insert into portal.passkey (at, person, handle, credential, attested, backup_eligible, counter, certificate, token, since)
                            values (:at, :person, :handle, :credential, :attested, :eligible, :counter, :certificate, :token, :since)
                            on conflict do nothing returning id)
                        insert into portal.passkey_name (passkey, at, name) select id, :at, :name from added
                        """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("person", backing.person().value())
                        .param("handle", key.handle().bytes())
                        .param("credential", key.credential().bytes())
                        .param("attested", key.attested().bytes())
                        .param("eligible", key.backupEligible())
                        .param("counter", key.counter())
                        .param("certificate", backing.certificate().bytes())
                        .param("token", backing.token().name())
                        .param("since", backing.since().atOffset(ZoneOffset.UTC))
                        .param("name", name)
                        .update()
                > 0;
    }

    /** Every one of a person, ended ones too, in order of registration. */
    List<Passkey> of(PersonKey person) {
        return client.sql(SELECT + " where p.person = ? order by p.id")
                .param(person.value())
                .query((row, index) -> passkey(row))
                .list();
    }

    /** The one of that credential id, ended or not. */
    Optional<Passkey> find(Octets credential) {
        return client.sql(SELECT + " where p.credential = ?")
                .param(credential.bytes())
                .query((row, index) -> passkey(row))
                .optional();
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getLong(1),
                instant(row.getObject(2, OffsetDateTime.class)).orElseThrow(),
                row.getString(12),
                new Passkey.Key(
                        Octets.of(row.getBytes(4)),
                        Octets.of(row.getBytes(5)),
                        Octets.of(row.getBytes(6)),
                        row.getBoolean(7),
                        row.getLong(13)),
                new Backing(
                        Octets.of(row.getBytes(8)),
                        TokenKind.valueOf(row.getString(9)),
                        new PersonKey(row.getLong(3)),
                        instant(row.getObject(10, OffsetDateTime.class)).orElseThrow()),
                instant(row.getObject(14, OffsetDateTime.class)),
                Optional.ofNullable(row.getString(11)).map(Passkey.End::valueOf));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    /** Gives one of the person's another name; does nothing to others'. */
    void name(Instant at, long id, PersonKey by, String name) {
        client.sql(
                        "insert into portal.passkey_name (passkey, at, name) select id, ?, ? from portal.passkey where id = ? and person = ?")
                .params(at.atOffset(ZoneOffset.UTC), name, id, by.value())
                .update();
    }

    /** Ends one of the person's; does nothing to others' and to one that has ended. */
    void end(Instant at, long id, PersonKey by, Passkey.End why) {
        client.sql(
                        "insert into portal.passkey_end (passkey, at, why) select id, ?, ? from portal.passkey where id = ? and person = ? on conflict do nothing")
                .params(at.atOffset(ZoneOffset.UTC), why.name(), id, by.value())
                .update();
    }

    /** Writes down an attempt. False where another log-in took this counter a moment before. */
    boolean tried(Instant at, Optional<Passkey> passkey, Outcome outcome, long counter) {
        return client.sql(
                                "insert into portal.passkey_log_in (at, passkey, outcome, counter) values (?, ?, ?, ?) on conflict do nothing")
                        .param(1, at.atOffset(ZoneOffset.UTC))
                        .param(2, passkey.map(Passkey::id).orElse(null), Types.BIGINT)
                        .param(3, outcome.name())
                        .param(4, counter)
                        .update()
                > 0;
    }
}
