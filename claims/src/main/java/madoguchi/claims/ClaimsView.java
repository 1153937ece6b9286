package madoguchi.claims;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 請求の入口の画面.
 *
 * @param uploads latest first
 * @param openResults how many results wait for somebody
 * @param fault why the file sent last was not taken
 */
public record ClaimsView(List<Upload> uploads, long openResults, Optional<Text> fault) {}
