package madoguchi.town;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 期待する回答 – what the hub must answer about a townsperson, determined by hand from the story.
 *
 * @param ask which of the person's ids is asked about, such as {@code current} or {@code former}
 * @param day 資格確認日
 * @param knownAt the instant of knowledge; absent means now
 * @param outcome 資格有効性
 * @param because the reason, in the words of the story
 */
public record Expectation(String ask, LocalDate day, Optional<Instant> knownAt, Outcome outcome, Text because) {}
