package madoguchi.uke;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import madoguchi.core.CheckDigit;

/*
 * A receipt is made of its index alone (and the seed), so a file of any length is written in the memory of one receipt, any receipt can be made again, and several threads can write ranges of one file.
 * What is realistic: the length of receipts, the number of lines, how days, units, payers and sums hang together. What is not: the points, and which act goes with which disease. The head, the insurers
 * and the patients are those of the sample town and invented ones. The result passes every check of this module but the notes.
 */

/** 作りもののレセプト – SIMULATION: claim files of any size about invented patients, for tests, benchmarks and demonstration. The same seed makes the same file. */
public final class InventedClaims {

    private static final String PUBLIC_54 = "54139993";
    private static final String WELFARE = "12139994";
    private static final int[] TESTS = {160008010, 160000310, 160061710, 160019410, 170000410, 160054710};
    private static final int[] MEDICINES = {610406079, 610421083, 620000033, 610432030, 620003478, 610463212};
    private static final int[] DISEASES = {8830592, 4779004, 4019014, 2500013, 7840024, 5300009, 4660009};

    private final FileKind kind;
    private final long seed;
    private final YearMonth month;
    private Totals totals = Totals.NONE;

    /**
     * A file yet to be written.
     *
     * @param kind medical, DPC, dental or dispensing
     * @param seed of all chance in it
     * @param month 診療年月; it is claimed in the next
     * @throws IllegalArgumentException for a kind that cannot be invented
     */
    public InventedClaims(FileKind kind, long seed, YearMonth month) {
        if (kind == FileKind.NURSING || kind == FileKind.UNKNOWN) {
            throw new IllegalArgumentException("not invented: " + kind);
        }
        this.kind = kind;
        this.seed = seed;
        this.month = month;
    }

    /** Writes a whole file: head, so many receipts, totals, end mark. */
    public void writeTo(OutputStream out, long receipts) throws IOException {
        writeTo(out, receipts, any -> {});
    }

    /** As {@link #writeTo(OutputStream, long)}, telling after each thousand receipts how many were written. */
    public void writeTo(OutputStream out, long receipts, LongConsumer progress) throws IOException {
        totals = Totals.NONE;
        Pen pen = new Pen();
        head(pen);
        for (long index = 0; index < receipts; index++) {
            receipt(pen, index);
            pen.writeTo(out);
            if (index % 1000 == 999) {
                progress.accept(index + 1);
            }
        }
        pen.ascii("GO")
                .then(totals.count())
                .then(totals.points())
                .ascii(",99")
                .end()
                .sign(0x1A);
        pen.writeTo(out);
    }

    /** The patient of a receipt of this file, by its index counted from 0. */
    public InventedPatient patient(long index) {
        return InventedPatient.of(seed, index, month.atDay(1));
    }

    private void head(Pen pen) {
        String claimed = month.plusMonths(1).toString().replace("-", "");
        switch (kind) {
            case DENTAL ->
                pen.ascii("UK,1,13,3,1234565,,")
                        .text(encoded("みなと架空歯科"))
                        .then(claimed)
                        .ascii(",,00");
            case DISPENSING ->
                pen.ascii("YK,1,13,4,1234563,")
                        .text(encoded("みなと架空薬局"))
                        .then(claimed)
                        .ascii(",00,03-0000-0000");
            default ->
                pen.ascii("IR,1,13,1,1234569,,")
                        .text(encoded("みなと架空診療所"))
                        .then(claimed)
                        .ascii(",00,03-0000-0000");
        }
        pen.end();
    }

    private static byte[] encoded(String text) {
        return text.getBytes(Letters.WINDOWS_31J);
    }

    private void receipt(Pen pen, long index) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index);
        InventedPatient patient = InventedPatient.of(random, index, month.atDay(1));
        InventedCare care = new InventedCare(random, month, kind);
        if (kind == FileKind.DENTAL) {
            pen.ascii("IR,1,13,3,1234565,,")
                    .ascii(month.plusMonths(1).toString().replace("-", ""))
                    .ascii(",03-0000-0000,")
                    .end();
        }
        re(pen, patient, care);
        if (care.insured) {
            ho(pen, patient, care);
        }
        for (int i = 0; i < care.publics; i++) {
            ko(pen, care, index);
        }
        eligibility(pen, patient, care);
        switch (kind) {
            case DENTAL -> dental(pen, care);
            case DISPENSING -> dispensing(pen, care);
            default -> medical(pen, care);
        }
        totals = new Totals(totals.count() + (care.insured ? 1 : 0) + care.publics, totals.points() + care.points());
    }

    private void re(Pen pen, InventedPatient patient, InventedCare care) {
        LocalDate day = month.atDay(1);
        boolean elderly = patient.birth().plusYears(75).isBefore(day);
        String scheme = care.insured ? elderly ? "3" : "1" : "2";
        int payers = care.publics + (care.insured ? 1 : 0);
        boolean old = patient.birth().plusYears(70).isBefore(day);
        boolean child = patient.birth().plusYears(6).isAfter(day);
        int person = !care.insured ? 2 : old ? 8 : child ? 4 : patient.dependent() ? 6 : 2;
        int type = person - (kind == FileKind.DPC ? 1 : 0);
        pen.ascii("RE")
                .then(patient.index() + 1)
                .commas(1)
                .ascii(kind.feeTable())
                .ascii(scheme)
                .number(payers)
                .number(type);
        pen.then(month.toString().replace("-", "")).commas(1).text(InventedPatient.NAMES[patient.name()]);
        pen.then(patient.sex().code()).then(UkeDate.write(patient.birth()));
        switch (kind) {
            case DENTAL ->
                pen.commas(3)
                        .ascii(UkeDate.write(month.atDay(care.days[0])))
                        .ascii(",1,,,,,K")
                        .number(patient.index() + 1)
                        .commas(10);
            case DISPENSING ->
                pen.ascii(",,,13,1,1234569,")
                        .text(encoded("みなと架空診療所"))
                        .commas(23)
                        .number(patient.index() + 1)
                        .commas(6);
            default ->
                pen.commas(2)
                        .ascii(kind == FileKind.DPC ? UkeDate.write(month.atDay(1)) : "")
                        .commas(5)
                        .ascii("K")
                        .number(patient.index() + 1)
                        .commas(23);
        }
        pen.text(InventedPatient.KANA[patient.name()])
                .commas(kind == FileKind.DISPENSING ? 0 : 1)
                .end();
    }

    private void ho(Pen pen, InventedPatient patient, InventedCare care) {
        pen.ascii("HO")
                .then(patient.id().insurer().paddedWithSpaces())
                .then(patient.id().symbol().orElse(""));
        pen.then(patient.id().number()).then(care.days.length).then(care.points());
        pen.commas(kind.isMedical() ? 9 : 8).end();
    }

    private void ko(Pen pen, InventedCare care, long index) {
        String body = Long.toString(100_000 + index % 900_000);
        pen.ascii("KO")
                .then(!care.insured ? WELFARE : PUBLIC_54)
                .then(body)
                .number(CheckDigit.of(body))
                .commas(2)
                .number(care.days.length);
        pen.then(care.points()).commas(kind.isMedical() ? 6 : 4).end();
    }

    private void eligibility(Pen pen, InventedPatient patient, InventedCare care) {
        int[] visits = care.visits();
        if (care.insured) {
            pen.ascii("SN,1,01,,,")
                    .commas(1)
                    .ascii(patient.id().branch().orElse(""))
                    .commas(2)
                    .end();
        }
        for (int i = 0; i < care.publics; i++) {
            pen.ascii("SN").then(2 + i).ascii(",01").commas(6).end();
        }
        if (care.insured) {
            pen.ascii("JD,1").days(visits).end();
        }
        for (int i = 0; i < care.publics; i++) {
            pen.ascii("JD").then(2 + i).days(visits).end();
        }
        pen.ascii("MF,00").commas(31).end();
    }

    private void medical(Pen pen, InventedCare care) {
        if (kind == FileKind.DPC) {
            pen.ascii("BU,040080x099x0xx,")
                    .ascii(UkeDate.write(month.atDay(1)))
                    .ascii(",1")
                    .end();
        }
        for (int i = 0; i < care.diseases; i++) {
            pen.ascii("SY")
                    .then(DISEASES[(i + care.flavour) % DISEASES.length])
                    .then(UkeDate.write(month.atDay(1)))
                    .ascii(",1,,,")
                    .ascii(i == 0 ? "01" : "")
                    .commas(1)
                    .end();
        }
        for (InventedCare.Act act : care.acts) {
            for (int line = 0; line < act.lines(); line++) {
                boolean last = line == act.lines() - 1;
                boolean medicine = act.category() == 21;
                pen.ascii(medicine ? "IY" : "SI")
                        .commas(1)
                        .ascii(line == 0 ? Integer.toString(act.category()) : "")
                        .commas(1)
                        .sign(care.burden);
                pen.then(
                        medicine ? MEDICINES[(line + care.flavour) % MEDICINES.length] : act.code(TESTS, care.flavour));
                pen.commas(1)
                        .ascii(medicine ? "3" : "")
                        .commas(1)
                        .ascii(last ? Integer.toString(act.points()) : "")
                        .then(act.count());
                pen.commas(6).days(act.days()).end();
            }
        }
        if (care.flavour % 4 == 0) {
            pen.ascii("CO,99")
                    .commas(1)
                    .sign(care.burden)
                    .ascii(",810000001,")
                    .text(REMARK)
                    .end();
        }
    }

    private static final byte[] REMARK = encoded("架空の経過です。症状は落ち着いており、同じ薬を続けます。");

    private void dental(Pen pen, InventedCare care) {
        pen.ascii("HS,")
                .ascii(UkeDate.write(month.atDay(care.days[0])))
                .ascii(",1,101600,5250001")
                .commas(8)
                .end();
        for (InventedCare.Act act : care.acts) {
            pen.ascii("SS")
                    .then(act.category())
                    .commas(1)
                    .sign(care.burden)
                    .then(act.code(TESTS, care.flavour))
                    .commas(72);
            pen.then(act.points()).then(act.count()).days(act.days()).end();
        }
    }

    private void dispensing(Pen pen, InventedCare care) {
        for (int i = 0; i < care.days.length; i++) {
            pen.ascii("SH").then(i + 1).ascii(",1,").text(USAGE).commas(6).end();
            pen.ascii("CZ")
                    .then(UkeDate.write(month.atDay(care.days[i])))
                    .then(UkeDate.write(month.atDay(care.days[i])))
                    .commas(2)
                    .number(14)
                    .commas(66)
                    .end();
            for (int line = 0; line < 1 + care.flavour % 4; line++) {
                pen.ascii("IY")
                        .then(MEDICINES[(line + i) % MEDICINES.length])
                        .ascii(",3")
                        .commas(7)
                        .end();
            }
        }
        pen.ascii("KI").then(care.days.length).commas(112).end();
    }

    private static final byte[] USAGE = encoded("毎食後服用");
}
