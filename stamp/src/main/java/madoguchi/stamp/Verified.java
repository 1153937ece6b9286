package madoguchi.stamp;

import java.time.Instant;

/** 検証の結果 – what a code turned out to be. Only {@link Live} and {@link Stored} speak for the screen; no other one speaks against the person's insurance. */
public sealed interface Verified {

    /** 本物・いまの画面 – signed by the portal, for a screen that is open now. */
    record Live(Stamp stamp, Fit fit) implements Verified {}

    /** 本物・保存されたPDF – signed by the portal, still within its term. It is no proof of a log-in on the spot. */
    record Stored(Stamp stamp, Fit fit) implements Verified {}

    /** 本物・短い番号 – made by the portal for this facility and this patient's number, just now. */
    record Typed(ScreenKind kind, Instant issued) implements Verified {}

    /** 本物・古い – genuine, but its time is over: a screenshot, or an old PDF. */
    record Old(Stamp stamp) implements Verified {}

    /** 別の人 – genuine, but neither name and birth date nor number are the patient's. */
    record Foreign(Stamp stamp) implements Verified {}

    /** 別の画面 – genuine, but of another screen than the one that was asked for, such as a PDF shown as a live screen. */
    record WrongKind(Stamp stamp) implements Verified {}

    /** 時計のずれ – genuine, but made in the future: the desk's clock is wrong. */
    record Early(Stamp stamp) implements Verified {}

    /** 偽造 – says that a known key signed it, which did not. */
    record Forged() implements Verified {}

    /** 知らない鍵 – nobody here knows the key; the keys may be older than the code. */
    record UnknownKey(String key) implements Verified {}

    /** 合わない – a short code that does not fit: mistyped, old, another person's, another facility's, or invented. Which one cannot be told. */
    record NotFitting() implements Verified {}

    /** 照合できない – a short code, and no number and birth date of the patient to check it by. */
    record NothingToCompare() implements Verified {}

    /** 読めない – no code of this form. */
    record Unreadable() implements Verified {}
}
