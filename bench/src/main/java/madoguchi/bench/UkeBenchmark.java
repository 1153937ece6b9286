package madoguchi.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
import madoguchi.uke.CO;
import madoguchi.uke.Charge;
import madoguchi.uke.ClaimCheck;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.GO;
import madoguchi.uke.HO;
import madoguchi.uke.InventedClaims;
import madoguchi.uke.JD;
import madoguchi.uke.KO;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import madoguchi.uke.SN;
import madoguchi.uke.Unit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 電子レセプトの速さ – one invented medical file of some 27 MB, on one thread: typed and written back, checked, generated; beside them the same bytes merely split into lines and fields as text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class UkeBenchmark {

    private static final long RECEIPTS = 20_000;
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final InventedClaims CLAIMS = new InventedClaims(FileKind.MEDICAL, 1, YearMonth.of(2026, 4));

    private final byte[] file = file();

    /** 量 – megabytes (10^6) and receipts a second, beside the files a second. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Amount {
        /** 10^6 bytes. */
        public double megabytes;

        /** Receipts. */
        public long receipts;

        void add(byte[] file) {
            megabytes += file.length / 1e6;
            receipts += RECEIPTS;
        }
    }

    private static byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 26);
        try {
            CLAIMS.writeTo(file, RECEIPTS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return file.toByteArray();
    }

    /** 型で読んで書く – every record through its typed view, line by line into an output. */
    @Benchmark
    public long typedAndWrittenBack(Amount amount) throws IOException {
        amount.add(file);
        Sum sum = new Sum();
        ClaimReader reader = new ClaimReader(new ByteArrayInputStream(file));
        while (reader.hasNext()) {
            Part part = reader.next();
            for (int i = 0; i < part.lines().size(); i++) {
                Line line = part.lines().get(i);
                sum.value += typed(line);
            }
            part.writeTo(sum);
        }
        return sum.value;
    }

    private static long typed(Line line) {
        return switch (line.typed()) {
            case RE re -> re.number().orElse(0) + re.name().length();
            case HO ho ->
                ho.points().orElse(0) + ho.number().length() + ho.insurerText().length();
            case KO ko -> ko.points().orElse(0);
            case SN sn -> sn.branch().length();
            case JD jd -> jd.counted();
            case Charge charge ->
                charge.points().orElse(0) + charge.count().orElse(0) + charge.burden() + charge.days()[0];
            case CO comment -> comment.code().length();
            case GO go -> go.points().orElse(0);
            default -> line.length();
        };
    }

    /** 算定単位まで読む – what settling asks of a receipt: the insured, the visit days, the units; and written back. */
    @Benchmark
    public long unitsAndWrittenBack(Amount amount) throws IOException {
        amount.add(file);
        Sum sum = new Sum();
        ClaimReader reader = new ClaimReader(new ByteArrayInputStream(file));
        while (reader.hasNext()) {
            Part part = reader.next();
            if (part instanceof Receipt receipt) {
                sum.value += receipt.insured().map(id -> id.number().length()).orElse(0);
                sum.value += receipt.jd(1).map(JD::visited).orElse(0);
                for (Unit unit : receipt.units()) {
                    sum.value += unit.total();
                }
            }
            part.writeTo(sum);
        }
        return sum.value;
    }

    /** 検査 – every check of a file before submission. */
    @Benchmark
    public long checked(Amount amount) {
        amount.add(file);
        long[] found = {0};
        ClaimCheck check = ClaimCheck.beforeSubmission(finding -> found[0]++);
        new ClaimReader(new ByteArrayInputStream(file)).forEachRemaining(check::accept);
        return found[0] + check.end().receipts();
    }

    /** 行に分けるだけ – the reader alone, no view. */
    @Benchmark
    public long parts(Amount amount) {
        amount.add(file);
        long lines = 0;
        ClaimReader reader = new ClaimReader(new ByteArrayInputStream(file));
        while (reader.hasNext()) {
            lines += reader.next().lines().size();
        }
        return lines;
    }

    /** 普通の読み方 – {@code readLine} and {@code split(",")} of the same bytes: the floor to compare with. */
    @Benchmark
    public long plainLineSplit(Amount amount) throws IOException {
        amount.add(file);
        long fields = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(file), CP932))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                fields += line.split(",", -1).length;
            }
        }
        return fields;
    }

    /** 作る – how fast invented files are written. */
    @Benchmark
    public long invented(Amount amount) throws IOException {
        amount.add(file);
        Sum sum = new Sum();
        CLAIMS.writeTo(sum, RECEIPTS);
        return sum.value;
    }

    /** 書いた先 – looks at the last byte of what is written, so that the writing is not left out. */
    private static final class Sum extends OutputStream {
        private final byte[] out = new byte[1 << 20];
        private long value;

        @Override
        public void write(int b) {
            out[0] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            System.arraycopy(bytes, from, out, 0, Math.min(length, out.length));
            value += out[Math.max(0, Math.min(length, out.length) - 1)];
        }
    }
}
