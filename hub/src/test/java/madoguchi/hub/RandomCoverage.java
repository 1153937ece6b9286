package madoguchi.hub;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.LossReason;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Sex;
import madoguchi.core.SpecificDisease;
import madoguchi.core.SpecificDiseaseCategory;

/** でたらめな資格 – coverages with any mixture of what a coverage can hold, the odd as often as the usual. */
final class RandomCoverage {

    private static final List<String> TEXTS = List.of(
            "",
            "0",
            "007",
            "000000000000000000",
            "999999999999999999",
            "9999999999999999999999",
            "-1",
            "12-34",
            "１２ー３４",
            "記号・千代田",
            "架空　太郎",
            "架空　",
            "　太郎",
            "架空　太郎　二世",
            "ｶｸｳ ﾀﾛｳ",
            "ｶｸｳ ",
            " ﾀﾛｳ",
            "ｶﾞｷﾞ｡ﾟ",
            "𠮷田　●子",
            "葛\uDB40\uDD00城　﨑",
            "NGUYEN VAN A",
            "café",
            "\uD842",
            "\uDFB7\uD842",
            "\0",
            "\u0001\0",
            "a\0b",
            "東京都架空区測定町１２－３",
            "東京都架空区測定町12-1 ハイツ●●101",
            "住".repeat(60),
            "番地のない長い住所".repeat(70),
            "x".repeat(5_000),
            "1".repeat(300));

    private final Random random;

    RandomCoverage(Random random) {
        this.random = random;
    }

    Coverage next() {
        return new Coverage(
                new InsuredId(
                        new InsurerNumber(random.nextBoolean() ? digits(8) : digits(6)),
                        maybe(() -> shortText(20)),
                        shortText(20),
                        maybe(() -> digits(2))),
                one(CoverageClass.values()),
                maybe(() -> one(Relation.values())),
                maybe(this::text),
                new Holder(
                        new PersonName(notBlank(), maybe(this::text), maybe(this::text), maybe(this::text)),
                        one(Sex.values()),
                        maybe(() -> one(Sex.values())),
                        day(),
                        maybe(this::text),
                        maybe(() -> random.nextBoolean() ? digits(3) + "-" + digits(4) : text())),
                text(),
                maybe(this::period),
                maybe(this::day),
                maybe(this::period),
                maybe(() -> one(LossReason.values())),
                maybe(this::rate),
                random.nextBoolean(),
                maybe(() -> new ElderlyRecipientCertificate(maybe(this::day), period(), rate())),
                maybe(() -> new LimitCertificate(
                        one(LimitKind.values()),
                        one(LimitClass.values()),
                        maybe(this::day),
                        period(),
                        maybe(this::day))),
                some(() -> new SpecificDisease(
                        one(SpecificDiseaseCategory.values()), maybe(this::day), period(), random.nextInt())),
                some(() -> new MedicalTicket(
                        YearMonth.from(day()),
                        period(),
                        text(),
                        new MedicalInstitutionCode(digits(10)),
                        random.nextInt())));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> list = new ArrayList<>();
        while (random.nextInt(4) == 0) {
            list.add(value.get());
        }
        return list;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private String text() {
        return switch (random.nextInt(4)) {
            case 0 -> digits(1 + random.nextInt(20));
            case 1 -> anyCharacters();
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private String anyCharacters() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(80); left > 0; left--) {
            text.append((char) random.nextInt(1 << (random.nextBoolean() ? 7 : 16)));
        }
        return text.toString();
    }

    private String notBlank() {
        String text = text();
        return text.isBlank() ? "無名" : text;
    }

    private String shortText(int longest) {
        String text = notBlank();
        String cut = text.substring(0, Math.min(longest, text.length()));
        return cut.isBlank() ? "7" : cut;
    }

    private LocalDate day() {
        return switch (random.nextInt(20)) {
            case 0 -> LocalDate.MIN.plusDays(random.nextInt(3));
            case 1 -> LocalDate.MAX.minusDays(random.nextInt(3));
            default -> LocalDate.of(1900, 1, 1).plusDays(random.nextInt(50_000));
        };
    }

    private Period period() {
        LocalDate a = day();
        LocalDate b = day();
        return random.nextBoolean() ? Period.startingOn(a) : a.isBefore(b) ? Period.until(a, b) : Period.until(b, a);
    }

    private CopaymentRate rate() {
        return new CopaymentRate(List.of(0, 10, 20, 30, 100).get(random.nextInt(5)));
    }
}
