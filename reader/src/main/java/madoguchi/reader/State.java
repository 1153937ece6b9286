package madoguchi.reader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.ConsentScope;
import madoguchi.core.Identification;
import madoguchi.core.TokenKind;

/**
 * 読取機の状態 – one screen each ({@code jpki-reader.md} §6.3). A state owns every personal value there is; {@link Idle} has no field, so nothing of one patient can reach the next.
 */
public sealed interface State {

    /** 待機 – nobody is there. */
    record Idle() implements State {}

    /** 読み取り中 – a card was put down. */
    record Detecting() implements State {}

    /** 本人確認方法の選択. */
    record Method(Held held) implements State {}

    /** 顔認証 – the camera looks. */
    record Face(Held held) implements State {}

    /** 顔認証のやり直し. */
    record FaceRetry(Held held, FaceFault why) implements State {}

    /** 顔認証が使えない – 照合番号B is blocked, unreadable or there is no portrait. */
    record FaceLocked(Held held, FaultCode why) implements State {}

    /**
     * 暗証番号の入力.
     *
     * @param held the card
     * @param left remaining tries, where the card told them
     * @param wrong whether the last one was wrong
     */
    record PinEntry(Held held, OptionalInt left, boolean wrong) implements State {}

    /** 暗証番号のロック. */
    record PinLocked(Held held) implements State {}

    /**
     * 職員の呼出し・目視確認用パスコードの入力.
     *
     * @param held the card, where one lies there
     * @param wrong whether the last passcode was wrong
     * @param pausedUntil 5回誤りの休止: nothing is compared before
     */
    record StaffCode(Optional<Held> held, boolean wrong, Optional<Instant> pausedUntil) implements State {}

    /** パスコードの確認中. */
    record StaffChecking(Optional<Held> held) implements State {}

    /**
     * 目視確認 – staff compare the photograph with the patient.
     *
     * @param held the card; absent until it is put down
     * @param reading whether it is being read
     * @param staff the account whose passcode it was
     */
    record Visual(Optional<Held> held, boolean reading, String staff) implements State {}

    /** 機種の選択 – iPhone or Android. */
    record PhoneKind() implements State {}

    /** スマートフォンの暗証番号 – Android only. */
    record PhonePin(OptionalInt left, boolean wrong) implements State {}

    /**
     * かざす – the phone is to be held to the general-purpose reader.
     *
     * @param kind which phone
     * @param pin Android's PIN until it is used
     */
    record PhoneHold(TokenKind kind, Optional<Pin> pin) implements State {}

    /** スマートフォンの読み取り中. */
    record PhoneReading(TokenKind kind) implements State {}

    /** 照会中 – the centre is asked, 3 to 7 seconds. */
    record Asking(Held held, Identification by) implements State {}

    /** 利用登録しますか – the card is not yet used as an insurance card. */
    record Enrol(Held held, Identification by) implements State {}

    /** 利用登録中. */
    record Enrolling(Held held, Identification by) implements State {}

    /** 期限のお知らせ – the certificate ends soon, or has ended and grace runs. */
    record Alert(Progress progress) implements State {}

    /** まとめて同意 – all, none, or one by one. */
    record ConsentAll(Progress progress) implements State {}

    /**
     * 個別の同意.
     *
     * @param progress so far
     * @param rest still to be asked, the first one now; never empty
     */
    record ConsentEach(Progress progress, List<ConsentScope> rest) implements State {
        /** Copies the list. Throws {@link IllegalArgumentException} when it is empty. */
        public ConsentEach {
            rest = List.copyOf(rest);
            if (rest.isEmpty()) {
                throw new IllegalArgumentException("nothing to ask");
            }
        }
    }

    /** 特定疾病療養受療証の提供. */
    record Diseases(Progress progress) implements State {}

    /** 受給者証を利用しますか. */
    record Subsidies(Progress progress) implements State {}

    /** 診察券として使いますか. */
    record Link(Progress progress) implements State {}

    /**
     * おわり – take your card.
     *
     * @param ending what to tell
     * @param cardThere whether a card still lies there
     */
    record Done(Ending ending, boolean cardThere) implements State {}

    /** カードの置き忘れ – the alarm. */
    record Forgotten() implements State {}

    /**
     * エラー.
     *
     * @param fault its code
     * @param cardThere whether a card still lies there
     */
    record Failed(FaultCode fault, boolean cardThere) implements State {}

    /** おわり方. */
    enum Ending {
        /** 受け付けました. */
        RECEIVED,
        /** 受け付けましたが、同意は登録できませんでした. */
        CONSENTS_LOST,
        /** 受付にお声がけください – the desk goes on, without a word why. */
        SEE_DESK,
        /** 中止 – nothing was kept. */
        ABORTED
    }

    /** The PIN this state still holds. */
    default Optional<Pin> secret() {
        return this instanceof PhoneHold(var kind, var pin) ? pin : Optional.empty();
    }
}
