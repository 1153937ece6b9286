/** 画面の証明: the signed 2-D code of a portal screen or paper: its form, its signature, what a check of it says. Pure: keys, bytes and time come in as values. */
@NullMarked
package madoguchi.stamp;

import org.jspecify.annotations.NullMarked;
