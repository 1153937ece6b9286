package madoguchi.hub;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import madoguchi.core.CheckDigit;
import madoguchi.core.Coded;
import madoguchi.core.CoverageClass;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LossReason;
import madoguchi.core.Relation;
import madoguchi.core.Sex;
import madoguchi.core.Typed;

/*
 * Nearly every line of a large file is written as the format says: half-width digits, days as YYYYMMDD, codes as listed, no space around a cell, no certificate of
 * the rarer kinds. Such a line is read here from its characters where they stand, and packed at once: no text, no day and no coverage is made of it. What comes
 * out is to the byte what Registration.parse, StoredCoverage.Writer, Naming and Asked make of the same line; PlainRegistrationTest compares them.
 *
 * Nothing is forgiven here and nothing is told: at the first cell that is not plain the line is left to Registration.parse, which knows every way of writing and
 * every fault. A way of writing that is missing here costs speed alone; one that is wider here than there would let a fault in. The order of writing is that of
 * PackedCoverage.write, PackedName.write and PackedAddress.write: whoever changes one changes the other.
 */

/** 平易な資格登録の行 – reads a line that is written as the format says, in a fraction of the time; any other line is left alone. One object serves one thread. */
final class PlainRegistration {

    private static final List<String> COLUMNS = Registration.COLUMNS;
    private static final int CHANGE = column("異動区分");
    private static final int MY_NUMBER = column("個人番号");
    private static final int INSURER = column("保険者番号");
    private static final int SYMBOL = column("記号");
    private static final int NUMBER = column("番号");
    private static final int BRANCH = column("枝番");
    private static final int KIND = column("被保険者証区分");
    private static final int RELATION = column("本人家族");
    private static final int INSURED = column("被保険者氏名");
    private static final int NAME = column("氏名");
    private static final int KANA = column("氏名カナ");
    private static final int OTHER = column("氏名その他");
    private static final int OTHER_KANA = column("氏名その他カナ");
    private static final int SEX = column("性別1");
    private static final int SEX_ON_BACK = column("性別2");
    private static final int BIRTH = column("生年月日");
    private static final int POST = column("郵便番号");
    private static final int ADDRESS = column("住所");
    private static final int QUALIFIED = column("資格取得年月日");
    private static final int LOST = column("資格喪失年月日");
    private static final int REASON = column("喪失事由");
    private static final int ISSUED = column("交付年月日");
    private static final int VALID = column("有効開始年月日");
    private static final int VALID_LAST = column("有効終了年月日");
    private static final int INSURER_NAME = column("保険者名称");
    private static final int RATE = column("一部負担金割合");
    private static final int PRESCHOOL = column("未就学区分");
    private static final int SUPPRESSED = column("不開示");
    private static final int[] TEXTS = {SYMBOL, INSURED, NAME, KANA, OTHER, OTHER_KANA, POST, ADDRESS, INSURER_NAME};

    /** 高齢受給者証, 限度額適用認定証, 特定疾病: these columns follow each other. */
    private static final int FIRST_RARE = column("高齢交付年月日");

    private static final int LAST_RARE = column("特定疾病");

    private static final int[] CHANGES = PlainCells.codes(List.of("1", "9"));
    private static final int[] KINDS = codes(CoverageClass.class);
    private static final int[] RELATIONS = codes(Relation.class);
    private static final int[] SEXES = codes(Sex.class);
    private static final int[] REASONS = codes(LossReason.class);

    /** Tens of percent by their place. */
    private static final int[] RATES = PlainCells.codes(List.of("000", "010", "020", "030"));

    private static final int LONGEST_PART = 20;
    private static final int WITHDRAWN = 1;
    private static final char WIDE_SPACE = '\u3000';

    /** 保険者番号 as it comes, whether it is plain, and how it stands in a coverage's name. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Insurer(String digits, boolean plain, byte[] part) {
        static Insurer of(String cell) {
            boolean plain = InsurerNumber.hasShape(cell)
                    && !(cell.length() == 8 && cell.startsWith("00"))
                    && CheckDigit.holds(cell);
            return new Insurer(cell, plain, Naming.part(cell));
        }
    }

    private final PlainCells cells;
    private final Packing packing = new Packing();
    private final Naming naming = new Naming();
    private final char[] branch = {'0', '0'};
    private final Repeated<Insurer> insurers = new Repeated<>(Insurer::of);
    private final Repeated<byte[]> symbols = new Repeated<>(symbol -> Naming.part(Typed.key(symbol)));

    /** For files whose columns stand at these places. */
    PlainRegistration(Map<String, Integer> places) {
        cells = new PlainCells(COLUMNS, places);
    }

    private static int column(String column) {
        return COLUMNS.indexOf(column);
    }

    private static <E extends Enum<E> & Coded> int[] codes(Class<E> list) {
        return PlainCells.codes(
                Arrays.stream(list.getEnumConstants()).map(Coded::code).toList());
    }

    /** The line without its person; nothing when it has to be read otherwise. */
    Optional<UnderstoodLine> read(PlainLine line, Mac mac) {
        cells.show(line);
        for (int column : TEXTS) {
            cells.mustBeText(column);
        }
        for (int column = FIRST_RARE; column <= LAST_RARE; column++) {
            cells.must(cells.isEmpty(column));
        }
        cells.must(cells.length(SYMBOL) <= LONGEST_PART
                && !cells.isEmpty(NUMBER)
                && cells.length(NUMBER) <= LONGEST_PART
                && cells.isKey(NUMBER)
                && cells.length(BRANCH) <= 2
                && cells.isDigits(BRANCH)
                && !cells.isEmpty(NAME)
                && !cells.isEmpty(INSURER_NAME)
                && MyNumber.holds(cells.text(), cells.from(MY_NUMBER), cells.to(MY_NUMBER)));
        int change = cells.code(CHANGE, CHANGES);
        boolean suppressed = cells.flag(SUPPRESSED);
        Insurer insurer = insurers.of(cells.text(), cells.from(INSURER), cells.to(INSURER));
        cells.must(change >= 0 && insurer.plain());
        if (!cells.isPlain() || !isPacked()) {
            return Optional.empty();
        }
        return Optional.of(new UnderstoodLine(
                MyNumber.digest(cells.text(), cells.from(MY_NUMBER), mac),
                parts(insurer),
                insurer.digits(),
                Asked.hash(insurer.digits(), cells.text(), numberKey(), cells.to(NUMBER)),
                change == WITHDRAWN,
                suppressed,
                StoredCoverage.of(packing)));
    }

    /** Where the number begins without leading zeros. */
    private int numberKey() {
        int first = cells.from(NUMBER);
        while (first < cells.to(NUMBER) - 1 && cells.text()[first] == '0') {
            first++;
        }
        return first;
    }

    private Naming.Parts parts(Insurer insurer) {
        char[] text = cells.text();
        naming.start();
        naming.add(insurer.part());
        naming.add(symbols.of(text, cells.from(SYMBOL), cells.to(SYMBOL)));
        naming.add(text, numberKey(), cells.to(NUMBER));
        if (cells.length(BRANCH) == 1) {
            naming.add(branch, 0, 2);
        } else {
            naming.add(text, cells.from(BRANCH), cells.to(BRANCH));
        }
        return naming.dated(text, cells.from(QUALIFIED));
    }

    /** Whether the coverage was plain to its end; what was packed means nothing otherwise. */
    private boolean isPacked() {
        packing.clear();
        int kind = cells.code(KIND, KINDS);
        int sex = cells.code(SEX, SEXES);
        long birth = cells.day(BIRTH);
        long qualified = cells.day(QUALIFIED);
        cells.must(kind >= 0 && sex >= 0 && birth != PlainCells.NO_DAY && qualified != PlainCells.NO_DAY);
        if (!cells.isPlain()) {
            return false;
        }
        packing.bits(kind, 4);
        packing.flag(cells.flag(PRESCHOOL));
        text(INSURER);
        text(INSURER_NAME);
        optionalText(SYMBOL);
        text(NUMBER);
        branch();
        code(RELATION, RELATIONS, 1);
        packing.bits(sex, 2);
        code(SEX_ON_BACK, SEXES, 2);
        packing.signed(birth);
        name();
        optionalText(OTHER);
        optionalText(OTHER_KANA);
        insured();
        address();
        packing.flag(true);
        packing.signed(qualified - birth);
        optionalDay(qualified, end(qualified, cells.day(LOST)));
        optionalDay(qualified, cells.day(ISSUED));
        valid(qualified);
        code(REASON, REASONS, 2);
        rate();
        // Neither certificates nor tickets.
        packing.bits(0, 4);
        return cells.isPlain();
    }

    /** The first day without; a day before the first one is a fault. */
    private long end(long first, long end) {
        cells.must(end == PlainCells.NO_DAY || end >= first);
        return end;
    }

    private void branch() {
        packing.flag(!cells.isEmpty(BRANCH));
        if (cells.length(BRANCH) == 1) {
            branch[1] = cells.text()[cells.from(BRANCH)];
            packing.text(branch, 0, 2);
        } else if (!cells.isEmpty(BRANCH)) {
            text(BRANCH);
        }
    }

    private void code(int column, int[] codes, int width) {
        int code = cells.code(column, codes);
        packing.flag(code != PlainCells.NONE);
        if (code >= 0 && cells.isPlain()) {
            packing.bits(code, width);
        }
    }

    private void text(int column) {
        packing.text(cells.text(), cells.from(column), cells.to(column));
    }

    private void optionalText(int column) {
        packing.flag(!cells.isEmpty(column));
        if (!cells.isEmpty(column)) {
            text(column);
        }
    }

    private void optionalDay(long base, long day) {
        packing.flag(day != PlainCells.NO_DAY);
        if (day != PlainCells.NO_DAY) {
            packing.signed(day - base);
        }
    }

    private void name() {
        int written = cells.indexOf(NAME, WIDE_SPACE);
        int kana = cells.indexOf(KANA, ' ');
        packing.flag(written >= 0 && kana >= 0);
        if (written >= 0 && kana >= 0) {
            char[] text = cells.text();
            packing.text(text, cells.from(NAME), written);
            packing.text(text, cells.from(KANA), kana);
            packing.text(text, written + 1, cells.to(NAME));
            packing.text(text, kana + 1, cells.to(KANA));
        } else {
            text(NAME);
            optionalText(KANA);
        }
    }

    private void insured() {
        int written = cells.indexOf(NAME, WIDE_SPACE);
        int family = written < 0 ? 0 : written + 1 - cells.from(NAME);
        int common = cells.common(INSURED, NAME);
        if (cells.isEmpty(INSURED)) {
            packing.bits(PackedName.NONE, 2);
        } else if (common == cells.length(NAME) && common == cells.length(INSURED)) {
            packing.bits(PackedName.SAME, 2);
        } else if (family > 0 && common >= family) {
            packing.bits(PackedName.FAMILY, 2);
            packing.text(cells.text(), cells.from(INSURED) + family, cells.to(INSURED));
        } else {
            packing.bits(PackedName.OTHER, 2);
            text(INSURED);
        }
    }

    private void address() {
        packing.flag(!cells.isEmpty(POST));
        packing.flag(!cells.isEmpty(ADDRESS));
        if (!cells.isEmpty(ADDRESS)) {
            int number = PackedAddress.firstDigit(cells.text(), cells.from(ADDRESS), cells.to(ADDRESS));
            packing.text(cells.text(), cells.from(ADDRESS), number);
            text(POST);
            packing.text(cells.text(), number, cells.to(ADDRESS));
        } else if (!cells.isEmpty(POST)) {
            text(POST);
        }
    }

    private void valid(long base) {
        long first = cells.day(VALID);
        long last = cells.day(VALID_LAST);
        packing.flag(first != PlainCells.NO_DAY);
        if (first == PlainCells.NO_DAY) {
            cells.must(last == PlainCells.NO_DAY);
        } else {
            packing.signed(first - base);
            optionalDay(first, end(first, last == PlainCells.NO_DAY ? last : last + 1));
        }
    }

    private void rate() {
        int tens = cells.code(RATE, RATES);
        packing.flag(tens != PlainCells.NONE);
        if (tens >= 0) {
            packing.number(tens * 10L);
        }
    }
}
