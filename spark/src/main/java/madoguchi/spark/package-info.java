/**
 * 計算機の群れでの振替・分割: the month of {@code nation} on Apache Spark, for more machines than one.
 *
 * <p>In: claim files and a {@link madoguchi.nation.Snapshot} on file systems that every machine sees under the same names. Out: the folder that {@link madoguchi.nation.LocalRun} would have left, byte for byte. No log is
 * owned here. Nothing knows this module, and it is built only by the profile {@code spark}: nothing of Spark is on the main program's class path.
 */
@NullMarked
package madoguchi.spark;

import org.jspecify.annotations.NullMarked;
