package madoguchi.app;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import madoguchi.core.Wareki;
import madoguchi.uke.Field;
import madoguchi.uke.HO;
import madoguchi.uke.Item;
import madoguchi.uke.KO;
import madoguchi.uke.Line;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import madoguchi.uke.ReceiptType;
import madoguchi.uke.RecordId;
import madoguchi.uke.UkeDate;

/** レセプトを読める文字に – a receipt as a clerk reads it; with {@code masked}, who it is about is left out. */
final class UkeText {

    private static final Set<Item> PERSONAL = EnumSet.of(
            Item.NAME,
            Item.KANA,
            Item.BIRTH,
            Item.SYMBOL,
            Item.NUMBER,
            Item.CHART,
            Item.RECIPIENT,
            Item.FOUND_SYMBOL,
            Item.FOUND_NUMBER,
            Item.FOUND_RECIPIENT,
            Item.TEXT);
    private static final String MASK = "＊＊＊";

    private final boolean masked;

    UkeText(boolean masked) {
        this.masked = masked;
    }

    /** 一行 – number, type, month, name, payer, days, points. */
    String overview(Receipt receipt) {
        StringJoiner line = new StringJoiner("  ");
        line.add(String.format(Locale.ROOT, "%6d", receipt.ordinal()));
        receipt.re().ifPresentOrElse(re -> line.add(patient(re)), () -> line.add("（RE なし / no RE）"));
        receipt.ho().ifPresent(ho -> line.add("保険者 " + plain(ho.insurerText())).add(sum(ho)));
        for (KO ko : receipt.kos()) {
            line.add("公費 " + plain(ko.payer()));
        }
        return line.toString();
    }

    private static String sum(HO ho) {
        return ho.days().orElse(0) + "日 "
                + String.format(Locale.ROOT, "%,d", ho.points().orElse(0)) + "点";
    }

    private String patient(RE re) {
        return re.type().map(ReceiptType::digits).orElse("????") + "  "
                + re.month().map(Object::toString).orElse("????-??") + "  " + (masked ? MASK : plain(re.name()));
    }

    /** 全部 – every record with the names of its fields; empty fields are left out. */
    String whole(Receipt receipt) {
        StringBuilder text = new StringBuilder();
        for (Line line : receipt.lines()) {
            text.append(record(line)).append('\n');
        }
        return text.toString();
    }

    String record(Line line) {
        String head = line.id() == RecordId.OTHER
                ? plain(line.text(1)) + " " + RecordId.OTHER.label().ja()
                : line.id() + " " + line.id().label().ja();
        if (!line.layout().isKnown()) {
            return head
                    + (masked
                            ? "  " + MASK
                            : "  " + plain(String.join(",", line.texts().subList(1, line.count()))));
        }
        StringJoiner text = new StringJoiner("  ", head + "  ", "");
        int days = line.layout().position(Item.DAY);
        for (Field field : line.layout().fields()) {
            if (!line.isEmpty(field.number()) && (days == 0 || field.number() < days)) {
                text.add(field.name() + " " + value(line, field));
            }
        }
        if (days > 0) {
            text.add(days(line));
        }
        return text.toString();
    }

    private static String days(Line line) {
        StringJoiner days = new StringJoiner("・");
        int[] values = line.days();
        for (int day = 0; day < values.length; day++) {
            if (values[day] > 0) {
                days.add((day + 1) + "日" + (values[day] == 1 ? "" : "×" + values[day]));
            }
        }
        return days.toString();
    }

    private String value(Line line, Field field) {
        return value(line, field.number());
    }

    /** One field of a record as text. */
    String value(Line line, int number) {
        var fields = line.layout().fields();
        boolean known = number >= 2 && number - 2 < fields.size();
        if (masked
                && (!known
                        || fields.get(number - 2).item().map(PERSONAL::contains).orElse(false))) {
            return MASK;
        }
        String text = plain(line.text(number));
        if (known && fields.get(number - 2).mode() == Field.Mode.DAY) {
            return UkeDate.day(text).map(Wareki::format).orElse(text);
        }
        return text;
    }

    /** Without control characters: a file from elsewhere shall not steer the terminal it is shown on. */
    private static String plain(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? '␣' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
