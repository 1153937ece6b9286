package madoguchi.nation;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import madoguchi.settle.Settle;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.Totals;

/*
 * The same run as LocalRun's, for workers that know nothing of each other but the folders all of them see. Three kinds of work, each repeatable and each leaving one whole file: an input is cut into stretches;
 * a stretch is settled; a destination's pieces are put together in the order of the inputs. No receipt is ever sent from worker to worker, so an insurer with a quarter of all receipts costs no more than its
 * copying, and a hospital with a file of its own size is many stretches.
 *
 * Whoever is started again finds the files that are there and makes the others. At the end the folder is, byte for byte, what LocalRun would have left.
 */

/** 区間ごとの処理 – the steps of a run by many workers over a shared folder. Who calls them, and where, is the caller's: {@code spark} does on a cluster. */
public final class StretchRun implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String WORK = "stretches";
    private static final String ENDING = ".settled";
    private static final String LIST = LocalRun.LIST;

    private final List<String> inputs;
    private final String by;
    private final String folder;
    private final long size;

    /**
     * 区間の結果の要約 – what a worker tells of its stretch.
     *
     * @param rules receipts by rule
     * @param destinations bytes by destination
     */
    public record Settled(Map<String, Long> rules, Map<String, Long> destinations) implements Serializable {

        /** Of nothing. */
        public static final Settled NOTHING = new Settled(Map.of(), Map.of());

        /** Copies both. */
        public Settled {
            rules = new TreeMap<>(rules);
            destinations = new TreeMap<>(destinations);
        }

        /** Both together. */
        public Settled plus(Settled that) {
            Settled sum = new Settled(rules, destinations);
            that.rules.forEach((rule, count) -> sum.rules.merge(rule, count, Long::sum));
            that.destinations.forEach((name, bytes) -> sum.destinations.merge(name, bytes, Long::sum));
            return sum;
        }
    }

    /**
     * A run, the same in every process that is told the same.
     *
     * @param inputs claim files, in order; every worker sees them under these names
     * @param by what they are settled by, see {@link LocalRun#by}
     * @param folder of the output, which every worker sees under this name
     * @param size of a stretch, in bytes; a worker holds some two or three times as much in memory
     */
    public StretchRun(List<String> inputs, String by, String folder, long size) {
        this.inputs = List.copyOf(inputs);
        this.by = by;
        this.folder = folder;
        this.size = size;
    }

    private List<Path> paths() {
        return inputs.stream().map(Path::of).toList();
    }

    private Path output() {
        return Path.of(folder);
    }

    private Path work(String name) {
        return output().resolve(WORK).resolve(name);
    }

    /**
     * Makes the folder ready. To be called first, once, before anybody works.
     *
     * @return whether the run was finished before
     * @throws IOException when the folder holds the output of another run
     */
    public boolean begin() throws IOException {
        String of = LocalRun.fingerprint(paths(), by);
        if (Destinations.read(output(), of).done() == inputs.size()) {
            clear();
            return true;
        }
        String told = of + " " + size;
        Path begun = work("run");
        if (!Files.exists(begun)) {
            clear();
            Files.createDirectories(work(""));
            Destinations.empty(output());
            Path beside = work("run.new");
            Files.writeString(beside, told);
            Files.move(beside, begun, StandardCopyOption.ATOMIC_MOVE);
        } else if (!Files.readString(begun).equals(told)) {
            throw new IOException("the folder holds stretches of another run: " + begun.getParent());
        }
        return false;
    }

    /** Removes the stretches. */
    private void clear() throws IOException {
        if (Files.exists(work(""))) {
            try (Stream<Path> files = Files.list(work(""))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(work(""));
        }
    }

    /** The stretches of one input. */
    public List<Stretch> cut(int input) throws IOException {
        return Cutting.of(input, Path.of(inputs.get(input)), size);
    }

    /** Settles one stretch, unless that was done before. */
    public Settled settle(Settle settle, Stretch stretch) throws IOException {
        Path place = work(stretch.name() + ENDING);
        if (!Files.exists(place)) {
            new Worker(settle, stretch).into(place);
        }
        StretchFile file = StretchFile.read(place);
        Map<String, Long> bytes = new HashMap<>();
        file.pieces().forEach((name, piece) -> bytes.put(name, piece.length()));
        return new Settled(file.rules(), bytes);
    }

    /** 一区間の仕事. */
    private final class Worker implements Portions.Taking {
        private final Settle settle;
        private final Stretch stretch;
        private final Map<String, Pile> piles = new HashMap<>();
        private final Map<String, Long> rules = new HashMap<>();
        private final ByteArrayOutputStream foot = new ByteArrayOutputStream();
        private boolean begun;
        private byte[] head = new byte[0];

        Worker(Settle settle, Stretch stretch) {
            this.settle = settle;
            this.stretch = stretch;
        }

        void into(Path place) throws IOException {
            try (InputStream in = Files.newInputStream(Path.of(inputs.get(stretch.input())))) {
                in.skipNBytes(stretch.from());
                InputStream own = new Bounded(in, stretch.until() - stretch.from());
                ClaimReader reader = stretch.kind() == FileKind.UNKNOWN
                        ? new ClaimReader(own)
                        : new ClaimReader(own, stretch.kind());
                new Portions(reader, this).read();
                StretchFile.write(place, begun, head, reader.kind(), foot.toByteArray(), rules, piles);
            }
        }

        @Override
        public void begin(byte[] bytes) {
            begun = true;
            head = bytes;
        }

        @Override
        public void portion(List<Part> parts) throws IOException {
            Sorted sorted = Sorted.of(settle, parts, stretch.receiptsBefore());
            for (Map.Entry<String, Pile> pile : sorted.piles.entrySet()) {
                piles.computeIfAbsent(pile.getKey(), any -> new Pile()).add(pile.getValue());
            }
            piles.computeIfAbsent(LIST, any -> new Pile()).add(sorted.list);
            sorted.rules.forEach((rule, count) -> rules.merge(rule, count, Long::sum));
        }

        @Override
        public void end(List<Line> lines) throws IOException {
            for (Line line : lines) {
                line.writeTo(foot);
            }
        }
    }

    /** 途中まで – so many bytes of a stream, and no more. */
    private static final class Bounded extends java.io.FilterInputStream {
        private long left;

        Bounded(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            int one = left == 0 ? -1 : super.read();
            left -= one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = left == 0 ? -1 : super.read(bytes, from, (int) Math.min(left, length));
            left -= Math.max(0, count);
            return count;
        }
    }

    /**
     * Puts some destinations together, unless that was done before.
     *
     * @param plan every stretch, in order of input and number; all of them settled
     * @param destinations of {@link Settled#destinations}
     */
    public void join(List<Stretch> plan, Collection<String> destinations) throws IOException {
        Map<String, Joining> open = new TreeMap<>();
        try {
            for (String destination : destinations) {
                if (!Files.exists(Destinations.file(output(), destination))) {
                    open.put(destination, new Joining(destination));
                }
            }
            for (int i = 0; i < plan.size() && !open.isEmpty(); i++) {
                Stretch stretch = plan.get(i);
                boolean last = i + 1 == plan.size() || plan.get(i + 1).input() != stretch.input();
                Path place = work(stretch.name() + ENDING);
                StretchFile file = StretchFile.read(place);
                try (FileChannel channel = FileChannel.open(place, StandardOpenOption.READ)) {
                    for (Joining joining : open.values()) {
                        joining.add(stretch, file, channel, last);
                    }
                }
            }
            for (Joining joining : open.values()) {
                joining.end();
            }
        } finally {
            for (Joining joining : open.values()) {
                joining.close();
            }
        }
    }

    /** 一か所へ送るファイル. */
    private final class Joining {
        private final String destination;
        private final Path beside;
        private final OutputStream out;
        private byte[] head = new byte[0];
        private Totals totals = Totals.NONE;
        private boolean any;

        Joining(String destination) throws IOException {
            this.destination = destination;
            this.beside = work("." + destination + "." + UUID.randomUUID());
            this.out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16);
        }

        void add(Stretch stretch, StretchFile file, FileChannel channel, boolean last) throws IOException {
            boolean list = destination.equals(LIST);
            if (stretch.number() == 0) {
                head = list ? ("# " + stretch.input() + "\n").getBytes(StandardCharsets.US_ASCII) : file.head();
                any = false;
                totals = Totals.NONE;
                if (list && file.begun()) {
                    out.write(head);
                }
            }
            StretchFile.Piece piece = file.pieces().get(destination);
            if (piece != null) {
                if (!any && !list) {
                    out.write(head);
                }
                any = true;
                channel.position(piece.at());
                new Bounded(Channels.newInputStream(channel), piece.length()).transferTo(out);
                totals = totals.plus(piece.totals());
            }
            if (last && any && !list) {
                Foot.write(out, file.footLines(), totals, file.kind());
            }
        }

        void end() throws IOException {
            out.close();
            if (Files.size(beside) > 0) {
                Files.move(beside, Destinations.file(output(), destination), StandardCopyOption.ATOMIC_MOVE);
            }
        }

        void close() throws IOException {
            out.close();
            Files.deleteIfExists(beside);
        }
    }

    /** Says that the run is done, when every destination was put together, and removes the stretches. */
    public LocalRun.Summary end(Settled all) throws IOException {
        Destinations.mark(
                output(), new Destinations.Mark(LocalRun.fingerprint(paths(), by), inputs.size(), all.rules()));
        clear();
        return finished();
    }

    /** What a run that was finished before came to. */
    public LocalRun.Summary finished() throws IOException {
        Map<String, Long> rules =
                Destinations.read(output(), LocalRun.fingerprint(paths(), by)).counts();
        return new LocalRun.Summary(
                rules.values().stream().mapToLong(Long::longValue).sum(), rules);
    }
}
