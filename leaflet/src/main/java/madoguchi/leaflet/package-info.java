/**
 * 掲示・配布物: posters, leaflets, slips, check sheets and lists of changes, made from the rules in force on a day.
 *
 * <p>Values in: the book of rules, a day, a paper size, a voice (Japanese, plain Japanese, English). Values out: a {@link madoguchi.leaflet.Leaflet} and its PDF. A kind of print is one file that
 * implements {@link madoguchi.leaflet.LeafletKind} and one line in {@link madoguchi.leaflet.LeafletKinds}. No log is owned here: the same day and book give the same print again.
 */
@NullMarked
package madoguchi.leaflet;

import org.jspecify.annotations.NullMarked;
