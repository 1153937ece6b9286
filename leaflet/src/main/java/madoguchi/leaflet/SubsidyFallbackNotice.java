package madoguchi.leaflet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Text;
import madoguchi.policy.Rule;

/**
 * 医療費助成の代替措置の説明 – for the desk of a facility, and for a municipality that informs the facilities of its area: what proves a subsidy when the card cannot be read, before and since the last change of the
 * rules, with the wording of both portal screens side by side (seed 000, the notice of 22 May 2026).
 */
final class SubsidyFallbackNotice implements StaffSheet {

    private static final String SUBSIDY = "subsidy";
    private static final String WORDING = "wording";
    private static final String FACILITIES = "facilities";

    @Override
    public String name() {
        return "subsidy-notice";
    }

    @Override
    public Text title() {
        return new Text("医療費助成を確認できないときの扱い（説明）", "When a subsidy cannot be verified (explanation)");
    }

    @Override
    public Text purpose() {
        return new Text(
                "医療機関・薬局の受付に配ります。自治体が管内の医療機関に知らせるときにも使えます。",
                "For the desks of facilities, and for municipalities that inform the facilities of their area.");
    }

    @Override
    public Map<String, Text> variants() {
        Map<String, Text> variants = new LinkedHashMap<>();
        variants.put(FACILITIES, new Text("医療機関・薬局の受付へ", "for the desks of facilities"));
        variants.put("municipalities", new Text("自治体の担当課へ", "for municipalities"));
        return variants;
    }

    @Override
    public List<PaperSize> sizes() {
        return List.of(PaperSize.A4);
    }

    @Override
    public boolean onePage() {
        return false;
    }

    /* What is shown in which situation, in the words of the table. */
    private record Asked(String read, String facility, String participation, String recipient) {
        Rule on(Issue issue) {
            return issue.decide(
                    SUBSIDY,
                    "participation",
                    participation,
                    "facility",
                    facility,
                    "read",
                    read,
                    "recipient",
                    recipient);
        }
    }

    @Override
    public Leaflet compose(Issue issue) {
        Optional<LocalDate> turn = lastTurn(issue);
        Optional<Issue> before = turn.map(day -> on(issue, day.minusDays(1)));
        List<Rule> rests = new ArrayList<>();
        List<Block> changed = new ArrayList<>();
        List<Block.Item> kept = new ArrayList<>();
        situations(issue).forEach((name, asked) -> {
            Rule now = asked.on(issue);
            rests.add(now);
            Optional<Rule> then =
                    before.map(asked::on).filter(rule -> !said(issue, rule).equals(said(issue, now)));
            then.ifPresentOrElse(
                    was -> changed.add(
                            new Block.Turn(name, List.of(said(issue, was)), said(issue, now), source(issue, now))),
                    () -> kept.add(new Block.Item(
                            now.verdict().equals("confirmed") ? Block.Mark.YES : Block.Mark.NONE,
                            Optional.empty(),
                            name,
                            said(issue, now))));
        });
        List<Block> screens = screens(issue, before, rests);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(lead(issue)));
        blocks.add(new Block.Points(duties(issue)));
        turn.filter(day -> !changed.isEmpty())
                .ifPresent(day -> blocks.add(new Block.Heading(issue.say(
                        Foot.day(day, Voice.JA) + "から変わったこと", "What changed on " + Foot.day(day, Voice.EN)))));
        blocks.addAll(changed);
        blocks.add(new Block.Heading(
                issue.say("マイナポータルの画面の文言（新旧）", "The wording of the Mynaportal screens (old and new)")));
        blocks.addAll(screens);
        blocks.add(new Block.Heading(
                changed.isEmpty() ? issue.say("扱い", "What is done") : issue.say("変わらないこと", "What stays as it is")));
        blocks.add(new Block.Marked(kept));
        return new Leaflet(Leaflet.Look.STAFF, issue.say(title()), blocks, rests);
    }

    /** The last day up to the day of the print on which the wording of the certificate's screen changed; empty before the first. */
    private static Optional<LocalDate> lastTurn(Issue issue) {
        return Stream.of(SUBSIDY, WORDING)
                .flatMap(table -> issue.table(table).segments().stream())
                .map(period -> period.from())
                .filter(first -> !first.equals(Rule.OPEN_START) && !first.isAfter(issue.day()))
                .max(Comparator.naturalOrder());
    }

    private static Issue on(Issue issue, LocalDate day) {
        return new Issue(
                issue.rules(),
                day,
                issue.since(),
                issue.issued(),
                issue.voice(),
                issue.size(),
                issue.variant(),
                issue.place());
    }

    private static Map<String, Asked> situations(Issue issue) {
        String here = "pmh-connected";
        String part = "participating";
        Map<String, Asked> situations = new LinkedHashMap<>();
        situations.put(
                issue.say(
                        "カードが読み取れず、カードと一緒に受給者証の画面が示された",
                        "A card that cannot be read, shown with the certificate's screen"),
                new Asked("card-unreadable", here, part, "live-screen"));
        situations.put(
                issue.say(
                        "スマートフォンだけで読み取れず、その場でログインした画面が示された",
                        "A phone alone that cannot be read, with the screen after logging in on the spot"),
                new Asked("phone-unreadable", here, part, "live-screen"));
        situations.put(
                issue.say("保存した画面やPDFが示された", "A saved screen or PDF is shown"),
                new Asked("card-unreadable", here, part, "pdf"));
        situations.put(
                issue.say("紙の受給者証が示された", "The certificate on paper is shown"),
                new Asked("card-unreadable", here, part, "paper"));
        situations.put(
                issue.say("参加していない自治体・制度", "A municipality or scheme that does not take part"),
                new Asked("card-unreadable", here, "not-participating", "not-yet"));
        situations.put(
                issue.say("この施設がつながっていない", "A facility that is not connected"),
                new Asked("card-unreadable", "not-connected", part, "not-yet"));
        return situations;
    }

    private static List<Block> screens(Issue issue, Optional<Issue> before, List<Rule> rests) {
        List<Block> screens = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        names.put("recipient-certificate", issue.say("医療受給者証の画面", "Recipient certificate screen"));
        names.put("health-insurance", issue.say("健康保険証の画面", "Health insurance screen"));
        names.forEach((screen, name) -> {
            Rule now = issue.decide(WORDING, "screen", screen);
            rests.add(now);
            screens.add(new Block.Screens(
                    name,
                    items(issue, screen),
                    before.map(was -> issue.say(
                                    was.decide(WORDING, "screen", screen).then().next()))
                            .orElse(""),
                    issue.say(now.then().next()),
                    source(issue, now)));
        });
        return screens;
    }

    /* What seed 000 shows of the screens, in its order. */
    private static List<String> items(Issue issue, String screen) {
        return screen.equals("recipient-certificate")
                ? List.of(
                        issue.say("電話番号", "Telephone number"),
                        issue.say(
                                "PMH特記事項（自己負担上限額種別またぎの合算条件）…は合算管理の対象である。",
                                "PMH remarks: (kinds of ceiling that run together) …"))
                : List.of(
                        issue.say("マイナンバーカードの健康保険証利用　登録済", "Use as insurance card: registered"),
                        issue.say("資格情報　…時点", "Eligibility, as of …"),
                        issue.say("［資格情報をPDFで保存］", "[Save the eligibility as PDF]"));
    }

    private static String lead(Issue issue) {
        Rule screen = new Asked("card-unreadable", "pmh-connected", "participating", "live-screen").on(issue);
        return screen.verdict().equals("confirmed")
                ? issue.say(
                        "読み取れないときは、紙の受給者証のほか、マイナポータルの受給者証の画面でも助成を確認できます。",
                        "When the card cannot be read, the certificate's Mynaportal screen confirms a subsidy as the paper does.")
                : issue.say(
                        "読み取れないときは、助成の確認には紙の受給者証が要ります。画面は代わりになりません。",
                        "When the card cannot be read, a subsidy needs the certificate on paper. The screen does not replace it.");
    }

    private static List<String> duties(Issue issue) {
        return issue.variant().filter(FACILITIES::equals).isPresent()
                ? List.of(
                        issue.say(
                                "受付の全員に知らせ、患者さんにも掲示やちらしで知らせてください（配布物「医療費助成の受給者証」があります）。",
                                "Tell everybody at the desk, and tell patients by poster or leaflet (there is a print for them)."),
                        issue.say(
                                "保険の確認と助成の確認は別です。それぞれの方法で確かめてください。",
                                "Insurance and subsidy are verified apart, each by its own means."),
                        issue.say(
                                "画面で受け付けたときは番号・期間・上限額を控え、次の来院のときにオンラインで確かめてください。",
                                "After a reception by screen, write down numbers, period and ceiling, and verify them online at the next visit."))
                : List.of(
                        issue.say(
                                "管内の医療機関・薬局への周知に協力し、必要な対応を行うよう求められています（2026年5月22日の事務連絡）。",
                                "Municipalities are asked to help inform the facilities of their area and to do what is needed (notice of 22 May 2026)."),
                        issue.say(
                                "参加する制度と始まる日を、医療機関・薬局に知らせてください。参加していない制度には紙の受給者証が要ります。",
                                "Tell facilities which schemes take part and from when. The others need the certificate on paper."),
                        issue.say(
                                "紙の受給者証は引き続き使えます。受給者にもそう伝えてください。",
                                "The certificate on paper can still be used. Tell recipients so."));
    }

    private static String said(Issue issue, Rule rule) {
        return "【" + issue.say(rule.then().verdict().label()) + "】"
                + issue.say(rule.then().next());
    }

    private static String source(Issue issue, Rule rule) {
        return rule.id() + (rule.certain() ? "" : issue.say("（読み）", " (reading)"));
    }
}
