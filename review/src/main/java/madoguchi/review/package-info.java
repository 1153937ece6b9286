/**
 * 審査支払: the review agency: takes claim files, settles them, and sends on or returns what came of it.
 */
@NullMarked
package madoguchi.review;

import org.jspecify.annotations.NullMarked;
