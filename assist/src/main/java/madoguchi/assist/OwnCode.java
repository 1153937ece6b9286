package madoguchi.assist;

import madoguchi.core.Text;

/**
 * この読取機の番号 – a code that this program's own reader shows. It begins with {@code X-}, so that it is taken for no official one.
 *
 * @param code such as {@code X-NET}
 * @param staff what it means and what to do
 * @param patient what the patient is told
 */
public record OwnCode(String code, Text staff, Text patient) {}
