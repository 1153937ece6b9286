/**
 * カード: the driver for a My Number Card or a phone (commands, status words, PIN counters) over any way to reach one, and virtual cards that behave as real ones.
 */
@NullMarked
package madoguchi.card;

import org.jspecify.annotations.NullMarked;
