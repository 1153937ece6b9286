package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 診察券の番号の保管 – the facility's list in the schema {@code desk}, append-only. */
final class PatientNumberStore {

    private final JdbcClient jdbc;

    PatientNumberStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** All lines or none. */
    void add(List<PatientNumber> list, String operator, Instant at) {
        jdbc.sql("""
                        insert into desk.patient_number (at, operator, number, kana, birth)
                        select :at, :operator, * from unnest(
                            string_to_array(:numbers, chr(10)), string_to_array(:kana, chr(10)), string_to_array(:births, chr(10))::date[])""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("operator", operator)
                .param(
                        "numbers",
                        joined(list.stream().map(line -> line.number().text()).toList()))
                .param("kana", joined(list.stream().map(PatientNumber::kana).toList()))
                .param(
                        "births",
                        joined(list.stream()
                                .map(line -> line.birth().toString())
                                .toList()))
                .update();
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }

    /** The numbers of everybody of that name and birth, as the list stands now; in order. */
    List<String> find(String kana, LocalDate birth) {
        return jdbc.sql("""
                        select number from (
                            select distinct on (number) number, kana, birth from desk.patient_number
                            where number in (select number from desk.patient_number where kana = :kana and birth = :birth)
                            order by number, seq desc) latest
                        where kana = :kana and birth = :birth order by number""")
                .param("kana", kana)
                .param("birth", birth)
                .query(String.class)
                .list();
    }

    int count() {
        return jdbc.sql("select count(distinct number) from desk.patient_number")
                .query(Integer.class)
                .single();
    }
}
