package madoguchi.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * ふりがな（ルビ） – readings over the words of やさしい日本語. Readings come from a reviewed list (furigana.txt), never from a guess: a word that is not in it has none, and {@link #unread} tells so.
 */
public final class Furigana {

    private static final Pattern MARKED = Pattern.compile("\\{([^|}]+)\\|([^}]+)\\}|([^{]+)");
    private static final Pattern KANJI = Pattern.compile("[\\p{IsHan}々〆ヶ]+");

    /** The longest stretch that is kept on one line, characters. */
    private static final int WHOLE = 12;

    private static final Furigana STANDARD = new Furigana(lines());

    private final Map<Character, List<Word>> words;

    private Furigana(List<String> lines) {
        words = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Furigana::word)
                .sorted(Comparator.comparingInt((Word word) -> word.surface().length())
                        .reversed())
                .collect(Collectors.groupingBy(word -> word.surface().charAt(0)));
    }

    /**
     * 部分.
     *
     * @param base as it is written
     * @param reading in ひらがな; empty where none stands above it
     */
    public record Part(String base, String reading) {}

    private record Word(String surface, List<Part> parts) {}

    /** The reviewed list of this release. */
    public static Furigana standard() {
        return STANDARD;
    }

    /** A sentence in its parts; together they are the sentence. */
    public List<Part> of(String sentence) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < sentence.length()) {
            Optional<Word> word = at(sentence, at);
            if (word.isPresent()) {
                flush(plain, parts);
                parts.addAll(word.get().parts());
                at += word.get().surface().length();
            } else {
                plain.append(sentence.charAt(at++));
            }
        }
        flush(plain, parts);
        return parts;
    }

    /** What stands in a sentence in 漢字 without a reading; empty when everybody can read it aloud. */
    public List<String> unread(String sentence) {
        return of(sentence).stream()
                .filter(part -> part.reading().isEmpty())
                .flatMap(part -> KANJI.matcher(part.base()).results())
                .map(found -> found.group())
                .toList();
    }

    /** The sentence for a template: escaped, with {@code <ruby>} around what has a reading. */
    public Content ruby(String sentence) {
        return output -> of(sentence).forEach(part -> {
            if (part.reading().isEmpty()) {
                output.writeUserContent(part.base());
            } else {
                output.writeContent("<ruby>");
                output.writeUserContent(part.base());
                output.writeContent("<rt>");
                output.writeUserContent(part.reading());
                output.writeContent("</rt></ruby>");
            }
        });
    }

    /**
     * The same for paper, whose engine sets no ruby: the reading stands first, to be laid above its word by the paper's style. Plain Japanese is written with blanks between words: a short stretch between two blanks is never broken.
     */
    public Content stacked(String sentence) {
        return output -> {
            String blank = "";
            for (String stretch : sentence.split(" ", -1)) {
                output.writeContent(blank + (stretch.length() > WHOLE ? "<span>" : "<span class=\"word\">"));
                of(stretch).forEach(part -> stacked(output, part));
                output.writeContent("</span>");
                blank = " ";
            }
        };
    }

    private static void stacked(TemplateOutput output, Part part) {
        if (part.reading().isEmpty()) {
            output.writeUserContent(part.base());
        } else {
            output.writeContent("<span class=\"ruby\"><span class=\"rt\">");
            output.writeUserContent(part.reading());
            output.writeContent("</span><span class=\"rb\">");
            output.writeUserContent(part.base());
            output.writeContent("</span></span>");
        }
    }

    private Optional<Word> at(String sentence, int at) {
        return words.getOrDefault(sentence.charAt(at), List.of()).stream()
                .filter(word -> sentence.startsWith(word.surface(), at))
                .findFirst();
    }

    private static void flush(StringBuilder plain, List<Part> parts) {
        if (!plain.isEmpty()) {
            parts.add(new Part(plain.toString(), ""));
            plain.setLength(0);
        }
    }

    private static Word word(String line) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = MARKED.matcher(line.strip());
        while (matcher.find()) {
            parts.add(
                    matcher.group(1) == null
                            ? new Part(matcher.group(3), "")
                            : new Part(matcher.group(1), matcher.group(2)));
        }
        return new Word(parts.stream().map(Part::base).collect(Collectors.joining()), List.copyOf(parts));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Furigana.class.getResourceAsStream("furigana.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
