package madoguchi.uke;

/** 一行の検査 – every field of a line against its layout: characters, length, dates ({@code claims-uke.md} §1–§4). */
final class LineCheck {

    private final Findings findings;
    private boolean lineEndTold;

    LineCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Line line, int index) {
        if (!lineEndTold && !endsWell(line)) {
            lineEndTold = true;
            findings.line("U-108", index);
        }
        if (line.from() == line.to()) {
            findings.line("U-109", index);
            return;
        }
        if (!line.id().writtenByFacility()) {
            findings.line("U-202", index);
        }
        if (!line.layout().isKnown()) {
            findings.line("U-201", index);
            anything(line, index);
            return;
        }
        fields(line, index);
    }

    private static boolean endsWell(Line line) {
        return line.end() - line.to() == 2;
    }

    private void fields(Line line, int index) {
        byte[] bytes = line.raw();
        int at = Bytes.find(bytes, line.from(), line.to(), ',') + 1;
        for (Field field : line.layout().fields()) {
            if (at > line.to()) {
                findings.line("U-204", index);
                return;
            }
            if (at == line.to() || bytes[at] == ',') {
                at++;
                continue;
            }
            int end = Bytes.find(bytes, at, line.to(), ',');
            field(bytes, at, end, field, index);
            at = end + 1;
        }
        if (at <= line.to()) {
            findings.line("U-203", index);
        }
    }

    private void field(byte[] bytes, int from, int to, Field field, int index) {
        length(to - from, field, index);
        switch (field.mode()) {
            case DIGITS -> told(digits(bytes, from, to, false), "U-205", index, field);
            case DECIMAL -> told(digits(bytes, from, to, true), "U-205", index, field);
            case HALF -> {
                told(half(bytes, from, to), "U-206", index, field);
                told(!control(bytes, from, to), "U-213", index, field);
            }
            case FULL -> {
                told(full(bytes, from, to), "U-207", index, field);
                letters(bytes, from, to, field, index);
            }
            case EITHER -> {
                told(half(bytes, from, to) || full(bytes, from, to), "U-208", index, field);
                letters(bytes, from, to, field, index);
            }
            case DAY -> date(UkeDate.day(Letters.decode(bytes, from, to)).isPresent(), to - from == 7, index, field);
            case MONTH ->
                date(UkeDate.month(Letters.decode(bytes, from, to)).isPresent(), to - from == 5, index, field);
            case FREE -> letters(bytes, from, to, field, index);
        }
    }

    private void told(boolean fine, String check, int index, Field field) {
        if (!fine) {
            findings.field(check, index, field);
        }
    }

    private void date(boolean readable, boolean era, int index, Field field) {
        if (!readable) {
            findings.field("U-211", index, field);
        } else if (era) {
            findings.field("U-212", index, field);
        }
    }

    private void length(int length, Field field, int index) {
        if (field.bytes() > 0 && field.fixed() && length != field.bytes()) {
            findings.field("U-210", index, field);
        } else if (field.bytes() > 0 && length > field.bytes()) {
            findings.field("U-209", index, field);
        }
    }

    private static boolean digits(byte[] bytes, int from, int to, boolean point) {
        for (int at = from; at < to; at++) {
            boolean digit = bytes[at] >= '0' && bytes[at] <= '9';
            if (!digit && !(point && bytes[at] == '.')) {
                return false;
            }
        }
        return true;
    }

    private static boolean half(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < ' ' || bytes[at] > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean full(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += 2) {
            if (!Letters.isLead(bytes[at] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private void letters(byte[] bytes, int from, int to, Field field, int index) {
        told(!control(bytes, from, to), "U-213", index, field);
        if (Letters.decode(bytes, from, to).indexOf('\uFFFD') >= 0) {
            findings.field("U-214", index, field);
        } else if (Letters.beyondJis(bytes, from, to) < to) {
            findings.field("U-215", index, field);
        }
    }

    private void anything(Line line, int index) {
        if (control(line.raw(), line.from(), line.to())) {
            findings.line("U-213", index);
        }
        if (Letters.decode(line.raw(), line.from(), line.to()).indexOf('\uFFFD') >= 0) {
            findings.line("U-214", index);
        }
    }

    private static boolean control(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if ((bytes[at] >= 0 && bytes[at] < ' ') || bytes[at] == 127 || bytes[at] == '"') {
                return true;
            }
        }
        return false;
    }
}
