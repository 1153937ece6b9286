package madoguchi.leaflet;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import madoguchi.core.Wareki;

/** 紙の下端 – date of issue, version and day of the rules, their ids and sources. */
public final class Foot {

    private static final int MOST = 8;
    private static final int MOST_DOCUMENTS = 3;
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Leaflet leaflet;
    private final Issue issue;
    private final String rules;

    Foot(Leaflet leaflet, Issue issue, String rules) {
        this.leaflet = leaflet;
        this.issue = issue;
        this.rules = rules;
    }

    /** A day as people write it: {@code 令和8年11月21日} or {@code 21 November 2026}. */
    public static String day(LocalDate day, Voice voice) {
        return switch (voice) {
            case JA -> Wareki.format(day) + "（" + day.getYear() + "年）";
            case EASY -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            case EN -> ENGLISH.format(day);
        };
    }

    /** Who issued it when, by which rules. */
    public String issued() {
        String who = issue.place().isEmpty() ? "" : issue.place() + "　";
        return who
                + issue.say(
                        "発行 " + day(issue.issued(), Voice.JA) + "　" + day(issue.day(), Voice.JA) + "の規則　規則の版 " + rules,
                        "作った日 " + day(issue.issued(), Voice.EASY) + "　" + day(issue.day(), Voice.EASY) + "の決まり　版 "
                                + rules,
                        "Issued " + day(issue.issued(), Voice.EN) + ", by the rules of " + day(issue.day(), Voice.EN)
                                + ", rules version " + rules);
    }

    /** The rules it rests on; a long list is cut, and says so. */
    public String rules() {
        List<String> ids = leaflet.ruleIds();
        String named = String.join(" ", ids.subList(0, Math.min(MOST, ids.size())));
        int more = ids.size() - MOST;
        return ids.isEmpty()
                ? ""
                : issue.say("規則 ", "決まり ", "Rules ")
                        + named
                        + (more > 0 ? issue.say(" ほか" + more, " ほかに " + more + "つ", " and " + more + " more") : "");
    }

    /** The documents behind them. */
    public String sources() {
        List<String> documents = leaflet.documents(issue.voice());
        int more = documents.size() - MOST_DOCUMENTS;
        String named = documents.stream().limit(MOST_DOCUMENTS).collect(Collectors.joining(issue.say("、", ", ")));
        return documents.isEmpty()
                ? ""
                : issue.say("出典 ", "もとの文書 ", "Sources: ")
                        + named
                        + (more > 0 ? issue.say(" ほか" + more, " ほかに " + more + "つ", " and " + more + " more") : "");
    }

    /** Said where something is concluded and not stated outright. */
    public String readings() {
        return leaflet.hasReadings()
                ? issue.say(
                        "一部は、出典に明記のない所をこの規則集が読んだものです。",
                        "出典に はっきり書いていないことも あります。",
                        "Some of this is concluded from the sources, not stated by them.")
                : "";
    }
}
