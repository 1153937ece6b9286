package madoguchi.policy;

import java.util.Optional;
import madoguchi.core.Text;

/**
 * 文書 – a source that rule rows cite.
 *
 * @param key short name in rule files
 * @param title what it is and who issued it
 * @param date its date, {@code 2025-09-18}, or only {@code 2025-11} where the day is not known
 * @param seed the file among the project's source documents; absent for a document from elsewhere
 */
public record Document(String key, Text title, String date, Optional<String> seed) {}
