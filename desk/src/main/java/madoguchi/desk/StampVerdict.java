package madoguchi.desk;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;
import madoguchi.stamp.Fit;
import madoguchi.stamp.ScreenKind;
import madoguchi.stamp.Stamp;
import madoguchi.stamp.Verified;

/*
 * A code adds trust and is required by no rule: so whatever it says, the eye procedure of the notices stays open, and no sentence here says anything about the person's insurance.
 */

/**
 * コードの確認の結果 – what a clerk is told about a code.
 *
 * @param name the name in the log
 * @param good whether it speaks for the screen
 * @param word one or two words, with a sign
 * @param sentence what it is
 * @param todo what to do now
 * @param times when it was made and when the person logged in, where that is known
 */
public record StampVerdict(String name, boolean good, Text word, Text sentence, Text todo, Optional<Text> times) {

    private static final Text BY_EYE = new Text(
            "これまでどおり目で確かめてください（氏名・生年月日、動いている時計、カードかスマートフォンでのその場のログイン。「パスキーでログイン」とある画面は、ログインし直してもらってください）。保険がないという意味ではありません。",
            "Check by eye as before (name, birth date, running clock, log-in on the spot by card or phone; where it says \"Logged in by passkey\", ask for another log-in). It does not mean that there is no insurance.");
    private static final Text LOG_IN_AGAIN = new Text(
            "その場でもう一度ログインして、画面を開いてもらってください。", "Ask the patient to log in again on the spot and to open the screen.");

    /** The words for a result. */
    static StampVerdict of(Verified found, ScreenKind asked) {
        return switch (found) {
            case Verified.Live(var stamp, var fit) ->
                good("LIVE", new Text("● 本物・いまの画面", "● Genuine, live"), stamp, fit);
            case Verified.Stored(var stamp, var fit) ->
                good("STORED", new Text("● 本物・保存されたPDF", "● Genuine, a saved PDF"), stamp, fit);
            case Verified.Typed(var kind, var issued) ->
                new StampVerdict(
                        "TYPED",
                        true,
                        new Text("● 本物・いまの番号", "● Genuine, made just now"),
                        new Text(
                                "この医療機関のために、この患者さんの番号で、いま作られたものです。",
                                "Made just now, for this facility and this patient's number."),
                        new Text("画面の氏名と生年月日を確かめてください。", "Compare name and birth date on the screen."),
                        Optional.of(made(issued)));
            case Verified.Old(var stamp) ->
                bad(
                        "OLD",
                        "▲ 本物・古い",
                        "▲ Genuine, but old",
                        "本物のコードですが、期限が過ぎています。画面の写真か、古いPDFです。",
                        "The code is genuine, but its time is over: a screenshot or an old PDF.",
                        LOG_IN_AGAIN,
                        Optional.of(times(stamp)));
            case Verified.Foreign(var stamp) ->
                bad(
                        "FOREIGN",
                        "▲ 別の人のコード",
                        "▲ Another person's code",
                        "本物のコードですが、この受付の患者さんのものではありません。",
                        "The code is genuine, but not of the patient of this reception.",
                        new Text(
                                "受付の人と画面の氏名・生年月日を見比べてください。番号の打ち間違いなら直してください。",
                                "Compare the reception with name and birth date on the screen. Correct the number if it was mistyped."),
                        Optional.of(times(stamp)));
            case Verified.WrongKind(var stamp) ->
                bad(
                        "WRONG_KIND",
                        "▲ 別の画面のコード",
                        "▲ A code of another screen",
                        "これは「" + stamp.kind().label().ja() + "」のコードで、「"
                                + asked.label().ja() + "」のものではありません。",
                        "This is a code of the " + stamp.kind().label().en() + ", not of the "
                                + asked.label().en() + ".",
                        new Text("必要な画面を開いてもらってください。", "Ask for the right screen."),
                        Optional.of(times(stamp)));
            case Verified.Early(var stamp) ->
                bad(
                        "EARLY",
                        "◐ 時計が合わない",
                        "◐ The clocks differ",
                        "本物のコードですが、この端末の時計より先に作られています。",
                        "The code is genuine, but was made later than this computer's clock says.",
                        new Text("この端末の時計を確かめてください。", "Check the clock of this computer."),
                        Optional.of(times(stamp)));
            case Verified.Forged f ->
                bad(
                        "FORGED",
                        "✕ 偽造",
                        "✕ Forged",
                        "署名が合いません。ポータルが作ったコードではありません。",
                        "The signature does not fit: the portal did not make this code.",
                        BY_EYE,
                        Optional.empty());
            case Verified.UnknownKey(var key) ->
                bad(
                        "UNKNOWN_KEY",
                        "◐ 知らない鍵",
                        "◐ Unknown key",
                        "このコードの鍵を、この窓口は知りません（" + key + "）。ハブとつながると新しい鍵が届きます。",
                        "This desk does not know the key of this code (" + key
                                + "). New keys come when the hub can be reached.",
                        BY_EYE,
                        Optional.empty());
            case Verified.NotFitting n ->
                bad(
                        "NOT_FITTING",
                        "▲ 番号が合わない",
                        "▲ The code does not fit",
                        "打ち間違い、期限切れ、別の人、別の医療機関、または作られたもののどれかです。どれかは分かりません。",
                        "Mistyped, too old, another person's, another facility's, or invented; which one cannot be told.",
                        new Text(
                                "打ち直すか、コードを読み取るか、もう一度番号を出してもらってください。",
                                "Type it again, scan the code, or ask for a new one."),
                        Optional.empty());
            case Verified.NothingToCompare n ->
                bad(
                        "NOTHING_TO_COMPARE",
                        "◐ 先に番号が必要",
                        "◐ The number is needed first",
                        "短い番号は、患者さんの記号・番号と生年月日がないと確かめられません。",
                        "A short code can be checked only against the patient's number and birth date.",
                        new Text(
                                "「番号で照会」で、画面の記号・番号と生年月日を入れてください。",
                                "Enter number and birth date from the screen (inquiry by number)."),
                        Optional.empty());
            case Verified.Unreadable u ->
                bad(
                        "UNREADABLE",
                        "◐ 読めない",
                        "◐ Unreadable",
                        "ポータルのコードとして読めません。",
                        "This is no code of the portal.",
                        new Text("もう一度読み取ってください。全部読めたか確かめてください。", "Scan it again, all of it."),
                        Optional.empty());
        };
    }

    /** The same code was found genuine for another reception before: a copy, or a reception that was begun twice. */
    StampVerdict usedElsewhere(Instant at) {
        return new StampVerdict(
                "USED",
                false,
                new Text("▲ 使われたコード", "▲ Used before"),
                new Text(
                        Days.second(at) + " に、別の受付で同じコードが使われています。",
                        "The same code served for another reception at " + Days.second(at) + "."),
                LOG_IN_AGAIN,
                times);
    }

    private static StampVerdict good(String name, Text word, Stamp stamp, Fit fit) {
        return new StampVerdict(
                name,
                true,
                word,
                new Text(
                        stamp.kind().label().ja() + "。" + said(fit).ja(),
                        stamp.kind().label().en() + ". " + said(fit).en()),
                todo(fit),
                Optional.of(times(stamp)));
    }

    private static Text said(Fit fit) {
        return switch (fit) {
            case SAME -> new Text("この受付の患者さんのものです。", "It is of the patient of this reception.");
            case OTHER_COVERAGE ->
                new Text(
                        "同じ人ですが、記号・番号がこの受付と違います。", "The same person, but with another number than this reception has.");
            case NOT_COMPARED ->
                new Text("この受付の患者さんがまだ分からないので、見比べていません。", "The patient is not known yet, so nothing was compared.");
        };
    }

    private static Text todo(Fit fit) {
        return switch (fit) {
            case SAME -> new Text("画面の資格情報を確かめてください。", "Check the eligibility on the screen.");
            case OTHER_COVERAGE -> new Text("画面の新しい記号・番号を写してください。", "Copy the new number from the screen.");
            case NOT_COMPARED -> new Text("氏名と生年月日を本人に確かめてください。", "Ask for name and birth date and compare.");
        };
    }

    private static Text times(Stamp stamp) {
        return new Text(
                "ログイン " + Days.second(stamp.loggedIn()) + "　発行 " + Days.second(stamp.issued()) + "　期限 "
                        + Days.second(stamp.until()),
                "Logged in " + Days.second(stamp.loggedIn()) + ", made " + Days.second(stamp.issued()) + ", until "
                        + Days.second(stamp.until()));
    }

    private static Text made(Instant at) {
        return new Text("発行 " + Days.second(at), "made " + Days.second(at));
    }

    private static StampVerdict bad(
            String name, String ja, String en, String sentenceJa, String sentenceEn, Text todo, Optional<Text> times) {
        return new StampVerdict(name, false, new Text(ja, en), new Text(sentenceJa, sentenceEn), todo, times);
    }

    /** What a clerk confirms by seeing such a screen; absent where no button of the ladder means it. */
    static Optional<EvidenceKind> evidence(ScreenKind kind) {
        return switch (kind) {
            case HEALTH_INSURANCE -> Optional.of(EvidenceKind.PORTAL_SCREEN);
            case ELIGIBILITY_PDF -> Optional.of(EvidenceKind.PORTAL_PDF);
            case RECIPIENT_CERTIFICATE -> Optional.of(EvidenceKind.RECIPIENT_SCREEN);
            case ELIGIBILITY_CERTIFICATE -> Optional.of(EvidenceKind.CERTIFICATE);
            case OWN_RECORD -> Optional.empty();
        };
    }
}
