package madoguchi.policy;

import java.util.Optional;
import madoguchi.core.Text;

/**
 * 目録の項目 – one rule, outside fact, contradiction or gap of {@code policy-timeline.md}.
 *
 * @param id such as {@code R-ACC-01}
 * @param topic groups entries on screens
 * @param heading what it is about, in a few words
 * @param decides whether it decides something; then at least one row rests on it
 * @param why why it decides nothing; present where it does not
 */
public record Listing(String id, String topic, Text heading, boolean decides, Optional<Text> why) {}
