/** 掲示・配布物: posters, leaflets, slips and lists, made from the rules in force. */
@NullMarked
package madoguchi.leaflet;

import org.jspecify.annotations.NullMarked;
