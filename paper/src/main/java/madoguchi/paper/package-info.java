/**
 * 紙: turns a page into PDF, with the Japanese letters inside it; no business word.
 *
 * <p>Values in: XHTML with its CSS. Values out: the bytes of a PDF. No log is owned here.
 */
@NullMarked
package madoguchi.paper;

import org.jspecify.annotations.NullMarked;
