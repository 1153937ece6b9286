package madoguchi.reader;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.core.ConsentScope;

/**
 * 施設の設定 – what changes the screens of a reader ({@code jpki-reader.md} §6.2). Read from {@code reader.properties}, which cites each value or marks it as ours.
 *
 * @param offered 閲覧同意を尋ねる情報, in the order in which they are asked
 * @param diseases 特定疾病療養受療証を尋ねる
 * @param subsidies 受給者証の利用を尋ねる
 * @param link 診察券一体化を尋ねる
 * @param sound 置き忘れを音でも知らせる
 * @param voice 音声案内があることを、カードを置いた人に声で知らせる
 * @param face 顔認証の装置がある
 * @param phone スマートフォンを読める汎用カードリーダーがある
 * @param centre センターが暗証番号なしの認証に手を貸す – without it neither face nor the eyes of staff open a card
 * @param faceTries how often a face may be refused in one session; ours
 * @param codeTries wrong passcodes before the pause; ours
 * @param codePause how long the pause is; ours
 * @param times how long screens wait
 */
public record Settings(
        List<ConsentScope> offered,
        boolean diseases,
        boolean subsidies,
        boolean link,
        boolean sound,
        boolean voice,
        boolean face,
        boolean phone,
        boolean centre,
        int faceTries,
        int codeTries,
        Duration codePause,
        Times times) {

    /** Copies the list. */
    public Settings {
        offered = List.copyOf(offered);
    }

    /** The settings that come with this release. */
    public static Settings standard() {
        PropertiesFile file = PropertiesFile.load("reader.properties");
        Function<String, Duration> seconds = key -> Duration.ofSeconds(file.number(key));
        return new Settings(
                Stream.of(file.value("offered").split(" "))
                        .map(ConsentScope::valueOf)
                        .toList(),
                file.isTrue("diseases"),
                file.isTrue("subsidies"),
                file.isTrue("link"),
                file.isTrue("sound"),
                file.isTrue("voice"),
                file.isTrue("face"),
                file.isTrue("phone"),
                true,
                file.number("face.tries"),
                file.number("code.tries"),
                seconds.apply("code.pause"),
                new Times(
                        seconds.apply("times.choose"),
                        seconds.apply("times.type"),
                        seconds.apply("times.work"),
                        seconds.apply("times.read"),
                        seconds.apply("times.takeCard"),
                        seconds.apply("times.farewell"),
                        seconds.apply("times.again"),
                        seconds.apply("times.warning"),
                        file.number("times.longer")));
    }

    /** The same facility with one thing switched on or off. Consents are asked in one order, whatever was switched on first. */
    Settings with(FacilityChoice choice, boolean on) {
        return switch (choice) {
            case OPERATIONS, TREATMENT, MEDICINES, CHECKUPS ->
                offering(Stream.of(FacilityChoice.values())
                        .filter(each -> each == choice ? on : each.isOn(this))
                        .flatMap(each -> each.scope().stream())
                        .toList());
            case DISEASES -> asking(on, subsidies, link);
            case SUBSIDIES -> asking(diseases, on, link);
            case LINK -> asking(diseases, subsidies, on);
            case SOUND -> sounding(on, voice);
            case VOICE -> sounding(sound, on);
        };
    }

    private Settings offering(List<ConsentScope> scopes) {
        return new Settings(
                scopes, diseases, subsidies, link, sound, voice, face, phone, centre, faceTries, codeTries, codePause,
                times);
    }

    private Settings asking(boolean diseases, boolean subsidies, boolean link) {
        return new Settings(
                offered, diseases, subsidies, link, sound, voice, face, phone, centre, faceTries, codeTries, codePause,
                times);
    }

    private Settings sounding(boolean sound, boolean voice) {
        return new Settings(
                offered, diseases, subsidies, link, sound, voice, face, phone, centre, faceTries, codeTries, codePause,
                times);
    }

    private Settings with(boolean face, boolean phone, boolean centre) {
        return new Settings(
                offered, diseases, subsidies, link, sound, voice, face, phone, centre, faceTries, codeTries, codePause,
                times);
    }

    /** The same facility with or without a reader for phones. */
    public Settings withPhone(boolean has) {
        return with(face, has, centre);
    }

    /** The same facility with or without a camera: without one, faces are not offered, and a card without PIN is for the eyes of staff. */
    public Settings withFace(boolean has) {
        return with(has, phone, centre);
    }

    /** The same facility, asking a hub that lends the centre's signature or not. */
    public Settings withCentre(boolean lends) {
        return with(face, phone, lends);
    }

    /** Every scope a patient is asked about here. */
    Set<ConsentScope> asked() {
        return Stream.concat(offered.stream(), Stream.of(ConsentScope.DISEASES).filter(scope -> diseases))
                .collect(Collectors.toSet());
    }

    /** The first question that is asked here and was not settled yet; whose card is a patient card already is not asked that again. */
    Optional<Answers.Question> next(Answers answers, boolean linked) {
        return Stream.of(Answers.Question.values())
                .filter(this::asks)
                .filter(question -> !(linked && question == Answers.Question.LINK))
                .filter(question -> !answers.settled().contains(question))
                .findFirst();
    }

    private boolean asks(Answers.Question question) {
        return switch (question) {
            case RECORDS -> !offered.isEmpty();
            case DISEASES -> diseases;
            case SUBSIDIES -> subsidies;
            case LINK -> link;
        };
    }
}
