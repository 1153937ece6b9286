package madoguchi.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import madoguchi.core.Period;
import madoguchi.core.PersonKey;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 代理の保管庫 – the append-only log of delegations, schema {@code portal}. */
final class DelegationStore {

    private final JdbcClient client;

    DelegationStore(DataSource database) {
        client = JdbcClient.create(database);
    }

    static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("portal")
                .locations("classpath:db/portal")
                .load()
                .migrate();
    }

    void add(Instant at, PersonKey guardian, PersonKey ward, Delegation.Relation relation, Period valid) {
        client.sql(
                        "insert into portal.delegation (at, guardian, ward, relation, proof, from_day, through_day) values (?, ?, ?, ?, 'WARD_CARD', ?, ?)")
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        guardian.value(),
                        ward.value(),
                        relation.name(),
                        valid.from(),
                        valid.lastDay().orElseThrow())
                .update();
    }

    /** Ends a delegation that is one of the person's; does nothing to others' and to one that has ended. */
    void end(Instant at, long id, PersonKey by) {
        client.sql("""
                        insert into portal.delegation_end (delegation, at, ended_by)
                        select id, :at, case when guardian = :by then 'GUARDIAN' else 'WARD' end
                          from portal.delegation where id = :id and (guardian = :by or ward = :by)
                        on conflict do nothing
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("by", by.value())
                .update();
    }

    /** Those of a person, as guardian or as ward, that were not ended, by order of registration. */
    List<Delegation> of(PersonKey person) {
        return client.sql("""
                        select d.id, d.at, d.guardian, d.ward, d.relation, d.from_day, d.through_day
                          from portal.delegation d
                         where (d.guardian = :person or d.ward = :person)
                           and not exists (select from portal.delegation_end e where e.delegation = d.id)
                         order by d.id
                        """)
                .param("person", person.value())
                .query((row, index) -> new Delegation(
                        row.getLong(1),
                        Objects.requireNonNull(row.getObject(2, OffsetDateTime.class))
                                .toInstant(),
                        new PersonKey(row.getLong(3)),
                        new PersonKey(row.getLong(4)),
                        Delegation.Relation.valueOf(row.getString(5)),
                        Period.through(
                                Objects.requireNonNull(row.getObject(6, LocalDate.class)),
                                Objects.requireNonNull(row.getObject(7, LocalDate.class)))))
                .list();
    }
}
