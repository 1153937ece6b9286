/**
 * 測る: what is measured within one process, by JMH. Loads that need a server and a database are measured by the program itself ({@code madoguchi bench}).
 *
 * <p>Value in: the modules under measure. Value out: a printed table. No log is owned here.
 */
@NullMarked
package madoguchi.bench;

import org.jspecify.annotations.NullMarked;
