package madoguchi.reader;

import java.util.Optional;
import madoguchi.core.ConsentScope;
import madoguchi.core.Text;

/** 施設が選ぶこと – one thing an administrator switches on or off at the reader ({@code jpki-reader.md} §6.2, R-ADD-08). */
public enum FacilityChoice {
    /** 手術情報の同意を尋ねる. */
    OPERATIONS("手術の情報の同意を尋ねる", "Ask for consent to operations"),
    /** 診療情報の同意を尋ねる. */
    TREATMENT("診療の情報の同意を尋ねる", "Ask for consent to treatment"),
    /** 薬剤情報の同意を尋ねる. */
    MEDICINES("薬の情報の同意を尋ねる", "Ask for consent to medicines"),
    /** 健診情報の同意を尋ねる. */
    CHECKUPS("健診の情報の同意を尋ねる", "Ask for consent to check-ups"),
    /** 特定疾病療養受療証を尋ねる. */
    DISEASES("特定疾病療養受療証を使うかを尋ねる", "Ask about the specific-disease certificate"),
    /** 医療費助成の受給者証を尋ねる. */
    SUBSIDIES("医療費助成の受給者証を使うかを尋ねる", "Ask about subsidy certificates"),
    /** 診察券一体化. */
    LINK("診察券としての利用を尋ねる（診察券一体化）", "Ask whether the card becomes the patient card"),
    /** 置き忘れの音. */
    SOUND("カードの置き忘れを音でも知らせる", "Sound the alarm for a forgotten card as well as showing it"),
    /** 音声案内の知らせ. */
    VOICE("音声案内があることを、カードを置いた人に声で知らせる", "Tell whoever places a card, by voice, that there is a voice guide");

    private final Text label;

    FacilityChoice(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** What an administrator reads beside the switch. */
    public Text label() {
        return label;
    }

    /** Which consent it is about; empty where it is about something else. */
    Optional<ConsentScope> scope() {
        return switch (this) {
            case OPERATIONS -> Optional.of(ConsentScope.OPERATIONS);
            case TREATMENT -> Optional.of(ConsentScope.TREATMENT);
            case MEDICINES -> Optional.of(ConsentScope.MEDICINES);
            case CHECKUPS -> Optional.of(ConsentScope.CHECKUPS);
            case DISEASES, SUBSIDIES, LINK, SOUND, VOICE -> Optional.empty();
        };
    }

    /** How it stands in these settings. */
    boolean isOn(Settings settings) {
        return switch (this) {
            case OPERATIONS, TREATMENT, MEDICINES, CHECKUPS ->
                scope().filter(settings.offered()::contains).isPresent();
            case DISEASES -> settings.diseases();
            case SUBSIDIES -> settings.subsidies();
            case LINK -> settings.link();
            case SOUND -> settings.sound();
            case VOICE -> settings.voice();
        };
    }
}
