package madoguchi.web;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 枠 – all that the layout around a page needs to know.
 *
 * @param lang the language of the page
 * @param title the page's title and main heading of the window
 * @param place where we are: the facility's or organisation's name, shown at the top left; may be empty before sign-in
 * @param user the signed-in account, absent before sign-in; its presence shows the sign-out button
 * @param csrf the hidden token every form carries
 * @param address the path of this page with its query, to return to after the language switch; never carries personal data
 * @param links the pages this account may go to, the most used first
 * @param scripts asset names (below {@code /assets/}) this page loads; each is plain JavaScript and the page works without it as far as it can
 */
public record Frame(
        Lang lang,
        Text title,
        String place,
        Optional<String> user,
        Csrf csrf,
        String address,
        List<Link> links,
        List<String> scripts) {

    /**
     * 移動先.
     *
     * @param href path
     * @param label its name
     */
    public record Link(String href, Text label) {}

    /**
     * The hidden field against forged requests.
     *
     * @param name field name
     * @param token its value
     */
    public record Csrf(String name, String token) {}

    /** Copies the lists. */
    public Frame {
        links = List.copyOf(links);
        scripts = List.copyOf(scripts);
    }

    /* As many as stand beside each other in half a screen; a menu for two or three more would cost more than it saves. */
    private static final int BESIDE = 5;

    private static final int LEFT_OVER = 3;

    /** The path of this page, without query: by which the links know where we are. */
    public String path() {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /** The links that are always seen. */
    public List<Link> beside() {
        return links.size() <= BESIDE + LEFT_OVER ? links : links.subList(0, BESIDE);
    }

    /** The links in the menu; empty when all are seen anyway. */
    public List<Link> menu() {
        return links.subList(beside().size(), links.size());
    }

    /** Whether this page is one of the menu. */
    public boolean isInMenu() {
        return menu().stream().anyMatch(link -> link.href().equals(path()));
    }

    /** The sentence in the page's language. */
    public String t(String ja, String en) {
        return lang.of(ja, en);
    }

    /** The sentence in the page's language. */
    public String t(Text text) {
        return lang.of(text);
    }
}
