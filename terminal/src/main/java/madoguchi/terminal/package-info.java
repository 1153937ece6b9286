/**
 * 資格確認端末 – the folder exchange (OQS files) between the terminal of a facility and its レセコン or chart, from both sides.
 *
 * <p>{@link madoguchi.terminal.FolderTerminal} plays the official terminal: request files in, a core {@code Hub} asked, answer files out; with a script it is a test bench for
 * vendors. {@link madoguchi.terminal.OqsFolderHub} and {@link madoguchi.terminal.FaceWatcher} play the レセコン: they make the official terminal's folders a core {@code Hub} and a source
 * of {@code Arrival}s.
 *
 * <p>Values in and out: {@link madoguchi.terminal.Request}, {@link madoguchi.terminal.Response}, core's {@code Inquiry}, {@code Reply}, {@code Arrival}. No log is owned here; what was read is
 * kept for a while in {@code done/}, what could not be read stays in {@code unread/}. Facts: {@code oqs-interface.md} §1 to §6.1, {@code characters.md}.
 */
@NullMarked
package madoguchi.terminal;

import org.jspecify.annotations.NullMarked;
