/**
 * 電子レセプト: claim files (UKE), read and written without losing a byte.
 *
 * <p>Purpose: a file of any size as a stream of {@link madoguchi.uke.Part}s (head, receipts, foot), each of them its lines, each line its fields, with typed views that read lazily from the bytes;
 * receipts are rebuilt from lines, and every line that nobody touched keeps its bytes. Beside it: the checks of a file, and the code tables.
 *
 * <p>Value in: bytes of a claim file ({@link madoguchi.uke.ClaimReader}). Values out: {@link madoguchi.uke.Receipt}, {@link madoguchi.uke.Finding}, bytes. No log is owned here; no file is opened here.
 * The layouts are data ({@code layouts.csv}) with their certainty and source. Source of all facts: {@code claims-uke.md}.
 */
@NullMarked
package madoguchi.uke;

import org.jspecify.annotations.NullMarked;
