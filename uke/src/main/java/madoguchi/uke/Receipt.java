package madoguchi.uke;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.InsuredId;
import madoguchi.core.Typed;

/**
 * レセプト – one receipt: its lines in order, typed views of them, and copies with changes in which every untouched line keeps its bytes. Immutable.
 *
 * @param lines in the order of the file; never empty when read
 * @param ordinal which receipt of the file it is, counted from 1; 0 for one that was built
 */
public record Receipt(Lines lines, long ordinal) implements Part {

    /** A receipt of these lines, not read from a file. */
    public static Receipt of(FileKind kind, List<Line> lines) {
        return new Receipt(Lines.of(lines, kind, Lines.Place.NOWHERE), 0);
    }

    /** The kind of file it belongs to. */
    public FileKind kind() {
        return lines.kind();
    }

    /** 型のある記録 – the typed view of every line, in order. */
    public List<UkeRecord> records() {
        return lines.stream().map(Line::typed).toList();
    }

    /** The first line with this id; -1 when there is none. */
    public int indexOf(RecordId id) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.id(i) == id) {
                return i;
            }
        }
        return -1;
    }

    private <T extends UkeRecord> Optional<T> first(Class<T> type, RecordId id) {
        int index = indexOf(id);
        return index < 0
                ? Optional.empty()
                : Optional.of(lines.get(index).typed()).filter(type::isInstance).map(type::cast);
    }

    /** Every record with this id that has this view, in order. */
    public <T extends UkeRecord> List<T> all(Class<T> type) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            UkeRecord typed = lines.get(i).typed();
            if (type.isInstance(typed)) {
                all.add(type.cast(typed));
            }
        }
        return all;
    }

    private <T extends UkeRecord> List<T> all(Class<T> type, RecordId id) {
        List<T> all = new ArrayList<>(2);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.id(i) == id) {
                UkeRecord typed = lines.get(i).typed();
                if (type.isInstance(typed)) {
                    all.add(type.cast(typed));
                }
            }
        }
        return all;
    }

    /** レセプト共通; empty in a broken receipt. */
    public Optional<RE> re() {
        return first(RE.class, RecordId.RE);
    }

    /** 保険者; empty for 公費単独. */
    public Optional<HO> ho() {
        return first(HO.class, RecordId.HO);
    }

    /** 公費, in order of priority. */
    public List<KO> kos() {
        return all(KO.class, RecordId.KO);
    }

    /** 資格確認, in order. */
    public List<SN> sns() {
        return all(SN.class, RecordId.SN);
    }

    /** 資格確認 of a payer (1 医保, 2–5 公費). */
    public Optional<SN> sn(int payerKind) {
        return ofPayer(SN.class, RecordId.SN, payerKind);
    }

    /** 受診日等 of a payer (1 医保, 2–5 公費). */
    public Optional<JD> jd(int payerKind) {
        return ofPayer(JD.class, RecordId.JD, payerKind);
    }

    private <T extends UkeRecord> Optional<T> ofPayer(Class<T> type, RecordId id, int payerKind) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.id(i) == id) {
                Line line = lines.get(i);
                UkeRecord typed = line.typed();
                if (type.isInstance(typed) && line.number(Item.PAYER_KIND).orElse(0) == payerKind) {
                    return Optional.of(type.cast(typed));
                }
            }
        }
        return Optional.empty();
    }

    /** 受診日等, in order. */
    public List<JD> jds() {
        return all(JD.class, RecordId.JD);
    }

    /**
     * 受診日 of the insurance: by JD, where there is none by the days of the units.
     *
     * @return as bits, bit 0 is the first of the month; 0 when neither tells
     */
    public int visitDays() {
        int visited = jd(1).map(JD::visited).orElse(0);
        if (visited != 0) {
            return visited;
        }
        int mask = 0;
        for (Unit unit : units()) {
            mask |= unit.dayMask();
        }
        return mask;
    }

    /** 窓口負担額, in order. */
    public List<MF> mfs() {
        return all(MF.class, RecordId.MF);
    }

    /** コメント; in dispensing those of prescriptions and 摘要欄 both. */
    public List<CO> comments() {
        return all(CO.class);
    }

    /** Whether a comment with this code is there. */
    public boolean hasComment(String code) {
        return comments().stream().anyMatch(comment -> comment.code().equals(code));
    }

    /** 算定単位 – the units of SI, IY, TO, SS and CO lines, in order; none in dispensing and home nursing, whose columns are not held here. */
    public List<Unit> units() {
        return Units.of(lines);
    }

    /** 被保険者 – insurer, symbol and number of HO with the branch of the insurance's SN; empty when the insurer's shape is not one or the number is missing or too long. */
    public Optional<InsuredId> insured() {
        return ho().filter(ho -> fits(ho.number()) && (ho.symbol().isBlank() || fits(ho.symbol())))
                .flatMap(ho -> ho.insurer()
                        .map(insurer -> new InsuredId(
                                insurer,
                                Optional.of(ho.symbol()).filter(symbol -> !symbol.isBlank()),
                                ho.number(),
                                sn(1).map(SN::branch).filter(Receipt::isBranch))));
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.length() <= 20;
    }

    private static boolean isBranch(String branch) {
        return branch.length() == 2 && Typed.isDigits(branch);
    }

    /** A receipt with these lines in place of its own; it keeps its place in the file. */
    public Receipt withLines(List<Line> changed) {
        return new Receipt(Lines.of(changed, kind(), lines.place()), ordinal);
    }

    /** One line replaced; all others keep their bytes. */
    public Receipt replaced(int index, Line line) {
        return new Receipt(lines.with(index, index + 1, List.of(line)), ordinal);
    }

    /** Lines put in before the one at {@code index}, or at the end when it is {@code lines().size()}. */
    public Receipt inserted(int index, List<Line> more) {
        return new Receipt(lines.with(index, index, more), ordinal);
    }

    /** One line taken out. */
    public Receipt without(int index) {
        return new Receipt(lines.with(index, index + 1, List.of()), ordinal);
    }

    /** The same receipt over bytes of its own. */
    public Receipt detached() {
        return new Receipt(lines.detached(), ordinal);
    }

    /** Whether both have the same bytes. */
    public boolean sameBytes(Receipt that) {
        return java.util.Arrays.equals(lines.bytes(), that.lines.bytes());
    }

    /** Its number in the file only. */
    @Override
    public String toString() {
        return "Receipt[" + ordinal + ", " + lines.size() + " lines]";
    }
}
