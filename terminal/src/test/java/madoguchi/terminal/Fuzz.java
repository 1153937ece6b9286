package madoguchi.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/*
 * Every input of the corpus is tried as it is, then so many changed ones. A change puts a byte, a cut, a repetition, a piece of another input or an odd text
 * where it does not belong, or an odd text in place of a whole value. What the target says of an input (an outcome, the places of the faults) tells whether the change was interesting: an input of which
 * something new was said joins the corpus, so that changes add up. The seed is the target's name: a run is repeated by running it again.
 *
 * No fuzzing engine is behind this (Jazzer loads a native library into the process and rewrites its classes, which a test run that everybody makes shall not
 * depend on): new outcomes stand in for new branches. The targets have the usual form, bytes in, so that an engine can be put in front of them.
 */

/** 変異入力 – the same as in the hub's tests, which no module shares: tries a parser on inputs that chance made from sound ones, and again on every input that ever broke it ({@code src/test/resources/fuzz/<target>/}). */
final class Fuzz {

    /** How long each target is tried, in seconds, by hand; without it a count decides. */
    private static final int SECONDS = Integer.getInteger("madoguchi.fuzz.seconds", 0);

    private static final int MOST_KEPT = 3_000;
    private static final int LONGEST = 1 << 16;
    private static final String SEPARATORS = ",\"<>\n ";

    private static final List<byte[]> ODD = Stream.of(
                    "",
                    "\0",
                    "\n",
                    "\r\n",
                    "\"",
                    "\"\"",
                    ",",
                    ";",
                    ":",
                    "::::",
                    "\\u0000",
                    "\\ud842",
                    "\uFEFF",
                    "０",
                    "●",
                    "𠮷",
                    "-1",
                    "0",
                    "00000000",
                    "99999999",
                    "999999999999",
                    "-9223372036854775808",
                    "9223372036854775807",
                    "1e999",
                    "null",
                    "true",
                    "{}",
                    "[]",
                    "{",
                    "[[[[[[[[",
                    "+999999999-12-31",
                    "-999999999-01-01",
                    "2026-02-30",
                    "令和元年5月1日",
                    "R8.8.1",
                    "明治1.1.1",
                    "<",
                    "</",
                    "&lt;",
                    "&#0;",
                    "<![CDATA[",
                    "]]>",
                    "<!--",
                    "%s",
                    "../",
                    "9999999999999999999",
                    "=",
                    "=".repeat(200),
                    "7".repeat(400))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final String target;
    private final Random random;
    private final List<byte[]> corpus = new ArrayList<>();
    private final Set<Object> said = new HashSet<>();

    private Fuzz(String target) {
        this.target = target;
        this.random = new Random(target.hashCode());
    }

    /**
     * Tries the target and fails on the first input that breaks it; the input is then found under {@code target/fuzz/}.
     *
     * @param target names the folder of kept inputs
     * @param count changed inputs to try
     * @param seeds sound inputs
     * @param property throws when it does not hold; returns what was said of the input
     * @return how many different things were said
     */
    static int run(String target, int count, List<byte[]> seeds, Function<byte[], Object> property) {
        Fuzz fuzz = new Fuzz(target);
        fuzz.corpus.addAll(seeds);
        kept(target).forEach(fuzz.corpus::add);
        fuzz.corpus.forEach(input -> fuzz.said.add(fuzz.tried(input, property)));
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        long tries = 0;
        while (SECONDS > 0 ? System.nanoTime() < end : tries < count) {
            byte[] input = fuzz.changed();
            if (fuzz.said.add(fuzz.tried(input, property)) && fuzz.corpus.size() < MOST_KEPT) {
                fuzz.corpus.add(input);
            }
            tries++;
        }
        System.out.printf("fuzz %s: %,d inputs, %,d different outcomes%n", target, tries, fuzz.said.size());
        return fuzz.said.size();
    }

    /** The inputs that broke the target once, and others worth trying every time. */
    static List<byte[]> kept(String target) {
        Path folder = Path.of("src/test/resources/fuzz", target);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Fuzz::read).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Object tried(byte[] input, Function<byte[], Object> property) {
        try {
            return property.apply(input.clone());
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError broken) {
            throw new AssertionError("fuzz target " + target + " was broken by " + write(input), broken);
        }
    }

    private Path write(byte[] input) {
        try {
            Path folder = Files.createDirectories(Path.of("target/fuzz", target));
            return Files.write(folder.resolve("%08x".formatted(Arrays.hashCode(input))), input);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private byte[] changed() {
        byte[] input = one(corpus).clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            input = changedOnce(input);
        }
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] changedOnce(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int to = Math.min(input.length, at + random.nextInt(40));
        return switch (random.nextInt(9)) {
            case 0 -> replaced(input, at, Math.min(at + 1, input.length), new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(input, at, to, new byte[0]);
            case 2 -> replaced(input, at, at, Arrays.copyOfRange(input, at, to));
            case 3 -> Arrays.copyOf(input, at);
            case 4 -> replaced(input, at, to, one(ODD));
            case 5 -> replaced(input, at, at, one(ODD));
            case 6, 7 -> replaced(input, start(input, at), end(input, at), one(ODD));
            default -> replaced(input, at, to, piece(one(corpus)));
        };
    }

    /** Where the value around this place begins: behind what separates values in CSV, JSON and XML. */
    private static int start(byte[] input, int at) {
        int start = at;
        while (start > 0 && SEPARATORS.indexOf(input[start - 1]) < 0) {
            start--;
        }
        return start;
    }

    private static int end(byte[] input, int at) {
        int end = at;
        while (end < input.length && SEPARATORS.indexOf(input[end]) < 0) {
            end++;
        }
        return end;
    }

    private byte[] piece(byte[] other) {
        int at = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, at, Math.min(other.length, at + random.nextInt(60)));
    }

    private byte[] one(List<byte[]> list) {
        return list.get(random.nextInt(list.size()));
    }

    static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        byte[] changed = new byte[input.length - (to - from) + by.length];
        System.arraycopy(input, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(input, to, changed, from + by.length, input.length - to);
        return changed;
    }
}
