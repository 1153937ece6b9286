package madoguchi.hub;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.CardSerial;
import madoguchi.core.Inquiry;
import madoguchi.core.Subject;
import madoguchi.core.TokenKind;

/**
 * 隠された人と誰でもない番号 – people who are hidden in both ways, numbers and cards of nobody, and people whom everybody may see: as many of each, with symbols, numbers and card serials of one length, drawn from a seed.
 * All but nobody have a card and are enrolled.
 *
 * @param each how many of each group
 */
record Hiding(int each) {

    static final LocalDate DAY = LocalDate.of(2026, 8, 3);

    /** One person of each group in turn: person {@code n} belongs to group {@code n % 4}. */
    enum Group {
        /** An insurer's file says so. */
        BY_ROW,
        /** The register of suppressions says so, afterwards. */
        BY_REGISTER,
        /** Nothing is known under this number or card. */
        NOBODY,
        /** Shown; the control. */
        KNOWN
    }

    private static final List<Group> GROUPS = List.of(Group.values());
    private static final long SEED = 20261121;

    /** Somebody of a group. */
    int one(Group group, Random chance) {
        return GROUPS.size() * chance.nextInt(each) + GROUPS.indexOf(group);
    }

    static Group group(int person) {
        return GROUPS.get(person % GROUPS.size());
    }

    static Subject.ByNumber number(int person) {
        Random drawn = new Random(SEED + person);
        drawn.nextInt();
        return new Subject.ByNumber(
                Said.id(
                        "138016",
                        "%02d-%02d".formatted(10 + drawn.nextInt(90), 10 + drawn.nextInt(90)),
                        Integer.toString(100_000 + Math.floorMod(person * 104_729, 900_000)),
                        "0" + (1 + drawn.nextInt(9))),
                Said.BIRTH.plusDays(drawn.nextInt(9_000)));
    }

    private static CardSerial serial(int person) {
        return new CardSerial("SIM-1", "%04X".formatted(0x2000 + Math.floorMod(person * 7_919, 0x8000)));
    }

    /** What a facility asks about somebody, as of now. */
    static Inquiry inquiry(int person, boolean card) {
        Subject.ByNumber number = number(person);
        return card
                ? Inquiry.byCard(serial(person), DAY, Said.CLINIC)
                : Inquiry.byNumber(number.insured(), number.birth(), DAY, true, Said.CLINIC);
    }

    private static Map<String, String> line(int person, String... more) {
        Subject.ByNumber number = number(person);
        return FileOf.with(
                FileOf.line(
                        person,
                        "記号",
                        number.insured().symbol().orElseThrow(),
                        "番号",
                        number.insured().number(),
                        "枝番",
                        number.insured().branch().orElseThrow(),
                        "生年月日",
                        number.birth().toString().replace("-", "")),
                more);
    }

    /** Registers everybody but nobody, then hides who is to be hidden. */
    void enter(HikariDataSource database, Clock clock) {
        List<Map<String, String>> lines = IntStream.range(0, GROUPS.size() * each)
                .filter(person -> group(person) != Group.NOBODY)
                .mapToObj(person -> line(person))
                .toList();
        Registrations files = new Registrations(database, new SecretKeySpec(new byte[32], "HmacSHA256"), clock);
        files.take(Source.of("people.csv", FileOf.lines(lines).utf8()), rows -> {});
        Registers registers = new Registers(database, Optional.empty(), clock);
        for (int person = 0; person < GROUPS.size() * each; person++) {
            if (group(person) != Group.NOBODY) {
                registers.linkCard(number(person), serial(person), TokenKind.CARD, DAY.minusYears(1), "test");
                registers.enrol(number(person), DAY.minusYears(1), "test");
            }
            if (group(person) == Group.BY_REGISTER) {
                registers.suppress(number(person), "test");
            }
        }
        List<Map<String, String>> hidden = IntStream.range(0, GROUPS.size() * each)
                .filter(person -> group(person) == Group.BY_ROW)
                .mapToObj(person -> line(person, "不開示", "1"))
                .toList();
        files.take(Source.of("hidden.csv", FileOf.lines(hidden).utf8()), rows -> {});
    }
}
