package madoguchi.leaflet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.policy.Box;
import madoguchi.policy.Change;
import madoguchi.policy.Facet;
import madoguchi.policy.Kind;

/** 状況の言葉 – whom a change concerns, by the things a receptionist sees: each thing told apart, and every value that occurs. What makes no difference is left out. */
final class Situations {

    private Situations() {}

    /** For changes of one table. */
    static String of(Issue issue, List<Change.Decided> changes) {
        List<Facet> facets = changes.getFirst().facets();
        return IntStream.range(0, facets.size())
                .mapToObj(i -> part(issue, facets.get(i), kinds(changes, i)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(issue.say("、", "; ")));
    }

    private static Set<Kind> kinds(List<Change.Decided> changes, int facet) {
        Set<Kind> kinds = new LinkedHashSet<>();
        for (Change.Decided change : changes) {
            for (Box box : change.boxes()) {
                kinds.addAll(box.kinds().get(facet));
            }
        }
        return kinds;
    }

    private static String part(Issue issue, Facet facet, Set<Kind> chosen) {
        if (chosen.size() == facet.kinds().size()) {
            return "";
        }
        boolean most = chosen.size() * 2 > facet.kinds().size();
        String kinds = facet.kinds().stream()
                .filter(kind -> chosen.contains(kind) != most)
                .map(kind -> issue.say(kind.label()))
                .collect(Collectors.joining(issue.say("・", ", ")));
        String label = issue.say(facet.label());
        return most
                ? label + issue.say("：" + kinds + " 以外", ": all but " + kinds)
                : label + issue.say("：", ": ") + kinds;
    }
}
