/**
 * 電子レセプト: claim files (UKE), read and written without losing a byte.
 */
@NullMarked
package madoguchi.uke;

import org.jspecify.annotations.NullMarked;
