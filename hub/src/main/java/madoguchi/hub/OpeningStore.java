package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.CardSerial;
import madoguchi.core.Identification;
import madoguchi.core.MedicalInstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 開示の控え – openings that still live; any process of the hub takes the consents to one. When there are too many, those that end first are forgotten. */
final class OpeningStore {

    private final JdbcClient client;
    private final int most;

    /**
     * The openings of a hub.
     *
     * @param database schema {@code hub}, already migrated
     * @param most how many are kept at once
     */
    OpeningStore(DataSource database, int most) {
        this.client = JdbcClient.create(database);
        this.most = most;
    }

    /** Keeps one; the name to find it by. */
    String put(Opening opening, Instant now) {
        forget(now);
        String name = NonceStore.name();
        client.sql("""
                        insert into hub.card_opening (name, facility, issuer, serial, day, consents, limited, disease, method, until)
                        values (:name, :facility, :issuer, :serial, :day, :consents, :limited, :disease, :method, :until)""")
                .param("name", name)
                .param("facility", opening.facility().digits())
                .param("issuer", opening.card().issuer())
                .param("serial", opening.card().serial())
                .param("day", opening.day())
                .param("consents", opening.isTakingConsents())
                .param("limited", opening.limit())
                .param("disease", opening.disease())
                .param("method", opening.method().name())
                .param("until", NonceStore.at(opening.until()))
                .update();
        return name;
    }

    /** The opening of that name, if it lives and is this facility's. */
    Optional<Opening> find(String name, MedicalInstitutionCode facility, Instant now) {
        return client.sql(
                        "select * from hub.card_opening where name = ? and facility = ? and method is not null and until > ?")
                .params(name, facility.digits(), NonceStore.at(now))
                .query((row, n) -> new Opening(
                        facility,
                        new CardSerial(row.getString("issuer"), row.getString("serial")),
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("consents"),
                        row.getBoolean("limited"),
                        row.getBoolean("disease"),
                        Identification.valueOf(row.getString("method")),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Keeps what is shown after the last answers under the same name. */
    void replace(String name, Opening opening) {
        client.sql("update hub.card_opening set limited = ?, disease = ? where name = ?")
                .params(opening.limit(), opening.disease(), name)
                .update();
    }

    private void forget(Instant now) {
        client.sql("""
                        delete from hub.card_opening where name in (
                            select name from hub.card_opening where until <= :now
                            union all
                            (select name from hub.card_opening order by until desc offset :most))""").param("now", NonceStore.at(now)).param("most", most - 1).update();
    }
}
