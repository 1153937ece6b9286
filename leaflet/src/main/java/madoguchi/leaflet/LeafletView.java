package madoguchi.leaflet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import madoguchi.core.Text;
import madoguchi.web.Form;

/**
 * 印刷物の画面 – one kind of print, what was chosen, and its pages to look at.
 *
 * @param kind the kind
 * @param form what was typed, understood and wrong
 * @param pages how many pages it has; 0 where the order has faults
 * @param turns for lists of changes: coming and past days on which rules change, the latest first
 */
public record LeafletView(LeafletKind kind, Form form, int pages, List<LocalDate> turns) {

    /** Copies the list. */
    public LeafletView {
        turns = List.copyOf(turns);
    }

    /** 行き先 – the address of the PDF. */
    public String pdf() {
        return "/leaflets/" + kind.name() + "/print.pdf" + query();
    }

    /** 行き先 – the address of the picture of a page, from 1. */
    public String picture(int page) {
        return "/leaflets/" + kind.name() + "/page-" + page + ".png" + query();
    }

    /** 行き先 – what changes on a day. */
    public String on(LocalDate day) {
        return "/leaflets/" + kind.name() + "?day=" + day;
    }

    /** Whether a choice is the chosen one; the first of several is where nothing was chosen. */
    public boolean chosen(String field, String word, boolean first) {
        String typed = form.value(field);
        return typed.isEmpty() ? first : typed.equalsIgnoreCase(word);
    }

    /** The voices, in their order. */
    public List<Voice> voices() {
        return kind.voices().stream().sorted().toList();
    }

    /** What a picture shows, for those who cannot see it. */
    public Text pictureOf(int page) {
        return new Text(
                kind.title().ja() + "の見本、" + page + "ページ。内容は PDF で読めます。",
                "Preview of “" + kind.title().en() + "”, page " + page + ". The PDF can be read aloud.");
    }

    private String query() {
        String words = new TreeMap<>(form.typed())
                .entrySet().stream()
                        .filter(entry -> !entry.getValue().isBlank())
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return words.isEmpty() ? "" : "?" + words;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The words of an order, without anything else an address may carry. */
    static Map<String, String> known(Map<String, String> query) {
        return query.entrySet().stream()
                .filter(entry ->
                        List.of("day", "since", "size", "voice", "variant").contains(entry.getKey()))
                .filter(entry -> entry.getValue().length() <= 40)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
