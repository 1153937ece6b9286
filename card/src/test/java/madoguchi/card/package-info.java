/** カードの試験: driver and virtual card against each other, in this process, over the socket of vpcd, and through pcscd where it is installed. */
@NullMarked
package madoguchi.card;

import org.jspecify.annotations.NullMarked;
