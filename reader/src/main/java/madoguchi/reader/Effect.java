package madoguchi.reader;

import java.util.Optional;
import madoguchi.core.Identification;
import madoguchi.core.TokenKind;

/** 効果 – what a step asks the runner to do. What comes of it returns as an event of the same turn. */
public sealed interface Effect {

    /** カードを読む → CardRead, Broken. */
    record Read() implements Effect {}

    /** 顔を照合する → FaceSame, FaceRefused, FaceImpossible, Broken. */
    record MatchFace(ReadCard card) implements Effect {}

    /**
     * 本人確認して照会する → Answered, NotEnrolled, PinWrong, PinBlocked, Broken.
     *
     * @param card the card
     * @param by how the holder is confirmed
     * @param pin where it is by PIN
     */
    record Ask(ReadCard card, Identification by, Optional<Pin> pin) implements Effect {}

    /** スマートフォンを読んで照会する → Answered, NotEnrolled, PinWrong, PinBlocked, Broken. */
    record AskPhone(TokenKind kind, Optional<Pin> pin) implements Effect {}

    /** 利用登録する → Answered, PinWrong, PinBlocked, Broken. */
    record Enrol(ReadCard card, Identification by) implements Effect {}

    /** パスコードを確かめる → CodeRight, CodeWrong, CodePaused. */
    record CheckCode(Pin code) implements Effect {}

    /** 結果を渡す – consents to the centre, the arrival to the desk; → Broken when the consents could not be registered. */
    record Deliver(Progress progress) implements Effect {}

    /**
     * 窓口に知らせる – a reading that came to nothing.
     *
     * @param fault its code
     * @param phone whether it was a phone's
     */
    record Report(FaultCode fault, boolean phone) implements Effect {}

    /** 職員を呼ぶ. */
    record CallStaff() implements Effect {}

    /** 目視確認の記録 – account, time, method; no patient. */
    record NoteVisual(String staff) implements Effect {}
}
