package madoguchi.desk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import madoguchi.charge.KeyedIn;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.Parsed;
import madoguchi.core.Period;
import madoguchi.core.Problem;
import madoguchi.core.RecipientNumber;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;
import madoguchi.core.Typed;
import madoguchi.core.Wareki;
import madoguchi.web.Field;
import madoguchi.web.Form;

/** 受給者証の手入力 – reads what a clerk typed from paper or screen, all faults at once. Pure. */
public final class SubsidyForm {

    /** The field. */
    public static final Field NAME = Field.text(
            "name",
            new Text("受給者証の名", "Certificate"),
            new Text("券面の題。例 特定医療費（指定難病）受給者証", "the title printed on it"),
            true);
    /** The field. */
    public static final Field PAYER =
            Field.digits("payer", new Text("公費負担者番号", "Payer number"), new Text("8桁", "8 digits"), true);
    /** The field. */
    public static final Field RECIPIENT = Field.text(
            "recipient",
            new Text("受給者番号", "Recipient number"),
            new Text("国の制度は7桁", "7 digits for national schemes"),
            true);
    /** The field. */
    public static final Field FROM = Field.text(
            "from", new Text("有効期間のはじめ", "Valid from"), new Text("例 R8.1.1", "such as R8.1.1 or 2026-01-01"), true);
    /** The field. */
    public static final Field THROUGH = Field.text(
            "through", new Text("有効期間のおわり", "Valid through"), new Text("この日まで有効", "the last valid day"), true);
    /** The field. */
    public static final Field CEILING = Field.digits(
            "ceiling",
            new Text("自己負担上限額（月）", "Monthly ceiling"),
            new Text("円。なければ空。世帯で按分された額も券面のまま", "yen; empty if none; a household's share as printed"),
            false);
    /** The field. */
    public static final Field INSTITUTIONS = Field.text(
            "institutions",
            new Text("指定医療機関", "Designated institutions"),
            new Text("券面のとおり。なければ空", "as printed; empty if none"),
            false);

    /** Every field, in the order of the sheet. */
    public static final List<Field> ALL = List.of(NAME, PAYER, RECIPIENT, FROM, THROUGH, CEILING, INSTITUTIONS);

    /** The choice that one ceiling holds for everything together. */
    public static final String TOGETHER = "ALL";

    private static final int LONGEST = 100;

    private SubsidyForm() {}

    /** The certificate; faults name the fields. {@code day} is the day of the visit. */
    static Parsed<SubsidyCertificate> read(Map<String, String> typed, LocalDate day) {
        Parsed<String> name = name(typed);
        Parsed<String> payer = payer(at(typed, PAYER));
        Parsed<RecipientNumber> recipient = RecipientNumber.parse(RECIPIENT.name(), at(typed, RECIPIENT), false);
        Parsed<LocalDate> from = Wareki.parse(FROM.name(), at(typed, FROM));
        Parsed<LocalDate> through = Wareki.parse(THROUGH.name(), at(typed, THROUGH));
        Parsed<Optional<Long>> ceiling = yen(CEILING.name(), at(typed, CEILING));
        List<Problem> problems = Parsed.problems(name, payer, recipient, from, through, ceiling);
        if (!problems.isEmpty()) {
            return new Parsed.Faults<>(problems);
        }
        if (through.orElseThrow().isBefore(from.orElseThrow())) {
            return Parsed.fault(THROUGH.name(), "おわりがはじめより前です。", "It ends before it begins.");
        }
        SubsidyCertificate certificate = certificate(
                typed,
                name.orElseThrow(),
                payer.orElseThrow(),
                recipient.orElseThrow(),
                Period.through(from.orElseThrow(), through.orElseThrow()),
                ceiling.orElseThrow());
        List<Problem> faults = KeyedIn.check(certificate, day).faults();
        return faults.isEmpty() ? Parsed.of(certificate) : new Parsed.Faults<>(faults);
    }

    private static SubsidyCertificate certificate(
            Map<String, String> typed,
            String name,
            String payer,
            RecipientNumber recipient,
            Period valid,
            Optional<Long> ceiling) {
        Set<CeilingKind> summed =
                kind(typed).isEmpty() ? EnumSet.allOf(CeilingKind.class) : EnumSet.noneOf(CeilingKind.class);
        return new SubsidyCertificate(
                name,
                "",
                Optional.of(payer),
                Optional.of(recipient),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(at(typed, INSTITUTIONS).strip()).filter(text -> !text.isEmpty()),
                typed.containsKey("reimbursed"),
                valid,
                ceiling.map(yen -> ceilings(typed, yen)).orElse(List.of()),
                ceiling.isPresent() ? summed : Set.of(),
                Optional.empty(),
                List.of());
    }

    /* One ceiling for everything: of the widest kind, with all kinds summed, as it is registered. */
    private static List<Ceiling> ceilings(Map<String, String> typed, long yen) {
        return List.of(new Ceiling(
                kind(typed).orElse(CeilingKind.MEDICAL_DENTAL_ALL), Ceiling.Span.MONTH, yen, Optional.empty()));
    }

    private static Optional<CeilingKind> kind(Map<String, String> typed) {
        return Stream.of(CeilingKind.values())
                .filter(kind -> kind.name().equals(typed.getOrDefault("kind", TOGETHER)))
                .findFirst();
    }

    private static Parsed<String> name(Map<String, String> typed) {
        String name = at(typed, NAME).strip();
        return name.isEmpty() || name.length() > LONGEST
                ? Parsed.fault(
                        NAME.name(),
                        "受給者証の名を1～100文字で入れてください。",
                        "Type the name of the certificate, 1 to 100 characters.")
                : Parsed.of(name);
    }

    private static Parsed<String> payer(String typed) {
        String digits = Typed.key(typed);
        return digits.length() == 8 && Typed.isDigits(digits)
                ? Parsed.of(digits)
                : Parsed.fault(PAYER.name(), "公費負担者番号は8桁の数字です。", "A public payer number has 8 digits.");
    }

    /** An amount in whole yen; empty text is none. Commas and 円 are forgiven. */
    static Parsed<Optional<Long>> yen(String place, String typed) {
        String digits = Typed.key(typed).replace(",", "").replace("円", "");
        if (digits.isEmpty()) {
            return Parsed.of(Optional.empty());
        }
        return Typed.isDigits(digits) && digits.length() <= 10
                ? Parsed.of(Optional.of(Long.valueOf(digits)))
                : Parsed.fault(place, "円の数字で入れてください。", "Type a number of yen.");
    }

    /** The form again, with all faults and what was understood. */
    static Form echo(Map<String, String> typed, List<Problem> problems) {
        Map<String, Text> said = new HashMap<>();
        for (Field field : List.of(FROM, THROUGH)) {
            if (Wareki.parse("", at(typed, field)) instanceof Parsed.Value<LocalDate>(var day)) {
                said.put(field.name(), Days.era(day));
            }
        }
        return new Form(typed, problems, said);
    }

    private static String at(Map<String, String> typed, Field field) {
        return typed.getOrDefault(field.name(), "");
    }
}
