/**
 * カード: the driver for a My Number Card or a phone (commands, status words, PIN counters) over any way to reach one, and virtual cards that behave as real ones.
 *
 * <p>Values in: a {@link madoguchi.card.CardTransport}, {@link madoguchi.card.Secret secrets} that are overwritten after use, and the centre's half of authentication without PIN ({@link madoguchi.card.Centre}). Values
 * out: a {@link madoguchi.card.CardResult} for every step of {@link madoguchi.card.MyNumberCard}. No log is owned; the wrong tries of virtual cards lie in a {@link madoguchi.card.CardFolder}.
 *
 * <p>Commands and files: {@code jpki-reader.md} §1–§2, read by others from real cards; the specification is not public. Virtual cards are a simulation and say so.
 */
@NullMarked
package madoguchi.card;

import org.jspecify.annotations.NullMarked;
