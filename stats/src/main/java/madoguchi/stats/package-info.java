/** 統計: figures as pure folds over logs, and pages that show them. */
@NullMarked
package madoguchi.stats;

import org.jspecify.annotations.NullMarked;
