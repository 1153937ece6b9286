package madoguchi.claims;

import static madoguchi.claims.Sample.person;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import madoguchi.fixture.Database;
import madoguchi.uke.FileKind;

/** The claims pages with a checked file, for looking at them: run with a port; prints the address. */
final class DemoClaims {

    private DemoClaims() {}

    public static void main(String[] arguments) throws InterruptedException {
        DataSource database = Database.fresh("claims", Claims::migrate);
        TinyApp.start(database, ClaimPagesTest.book(), Sample.HUB, Integer.parseInt(arguments[0]));
        YearMonth july = YearMonth.of(2026, 7);
        byte[] file = Claim.file(
                1,
                Claim.of(person("kakuu-tarou"), july, 10),
                Claim.of(person("mihon-jirou"), july, 10).by("former"),
                Claim.of(person("mihon-hanako"), july, 6).branch(""),
                Claim.of(person("mihon-kamekichi"), july, 6, 13).type("1118"),
                Claim.of(person("rei-saburou"), YearMonth.of(2026, 11), 9),
                Claim.of(person("reiji-shizuka"), july, 6),
                Claim.of(person("kakuu-tarou"), july, 10).name("架空　●郎"),
                Claim.of(person("shiken-kenichi"), YearMonth.of(2026, 10), 3, 24)
                        .by("former"),
                Claim.of(person("kourei-tsui"), YearMonth.of(2026, 9), 2));
        Upload upload = new Upload(
                UUID.randomUUID().toString(),
                Instant.EPOCH,
                "hanako",
                FileKind.MEDICAL,
                Optional.of(july.plusMonths(1)),
                file.length,
                false);
        new ClaimStore(database).add(upload, file);
        System.out.println("ADDRESS /claims/" + upload.id());
        Thread.sleep(3_600_000);
    }
}
