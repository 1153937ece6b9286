/**
 * 画面部品: the layout, form parts and colours every screen shares; no business word.
 *
 * <p>Values in: a page's content and the {@link madoguchi.web.Frame} it stands in. Values out: HTML. No log is owned here.
 */
@NullMarked
package madoguchi.web;

import org.jspecify.annotations.NullMarked;
