package madoguchi.reader;

import java.time.Instant;

/** 出来事 – all that can happen to a session. */
public sealed interface Event {

    /** 手元 – something happened at the reader itself, whatever the screen shows. */
    sealed interface Hand extends Event {}

    /** カードが置かれた. Said again without a {@link CardPulled} between, it is another card. */
    record CardPlaced() implements Hand {}

    /** カードが取られた. */
    record CardPulled() implements Hand {}

    /** スマートフォンがかざされた. */
    record PhoneHeld() implements Hand {}

    /** 読取機が使えなくなった. */
    record ReaderLost(FaultCode fault) implements Hand {}

    /** 読取機がまた使える – said again and again while it is; changes nothing but a screen that says it is not. */
    record ReaderBack() implements Hand {}

    /** 応じること – what answers one screen or one effect of one turn, and is void in any other. */
    sealed interface Reaction extends Event {}

    /** 押したもの. */
    enum Tap implements Reaction {
        /** スマホ利用. */
        PHONE,
        /** 職員を呼ぶ・職員用ボタン. */
        STAFF,
        /** 顔認証. */
        FACE,
        /** 暗証番号. */
        PIN,
        /** iPhone. */
        IPHONE,
        /** Android. */
        ANDROID,
        /** はい. */
        YES,
        /** いいえ. */
        NO,
        /** 一つずつ選ぶ. */
        CHOOSE,
        /** 次へ. */
        NEXT,
        /** もどる. */
        BACK,
        /** やめる. */
        CANCEL
    }

    /** 暗証番号が入力された. */
    record PinTyped(Pin pin) implements Reaction {}

    /** パスコードが入力された. */
    record CodeTyped(Pin code) implements Reaction {}

    /**
     * カードを読めた.
     *
     * @param card what it told
     * @param pinBlocked whether its PIN is blocked already
     */
    record CardRead(ReadCard card, boolean pinBlocked) implements Reaction {}

    /** 顔が一致した. */
    record FaceSame() implements Reaction {}

    /** 顔が一致しない. */
    record FaceRefused(FaceFault why) implements Reaction {}

    /** 顔認証ができない – X-FLK, X-OCR or X-PRF. */
    record FaceImpossible(FaultCode why) implements Reaction {}

    /** 暗証番号が違う. */
    record PinWrong(int left) implements Reaction {}

    /** 暗証番号がロックした. */
    record PinBlocked() implements Reaction {}

    /** パスコードが正しい. */
    record CodeRight(String staff) implements Reaction {}

    /** パスコードが違う. */
    record CodeWrong() implements Reaction {}

    /** パスコードの休止中. */
    record CodePaused(Instant until) implements Reaction {}

    /** センターが答えた. */
    record Answered(Identified who) implements Reaction {}

    /**
     * 利用登録がない.
     *
     * @param enrollable whether it may be made good here and now
     */
    record NotEnrolled(boolean enrollable) implements Reaction {}

    /** うまくいかなかった. */
    record Broken(FaultCode fault) implements Reaction {}

    /** 時間切れ. */
    record TimedOut() implements Reaction {}
}
