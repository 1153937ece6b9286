package madoguchi.survey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Problem;
import madoguchi.core.Text;

/**
 * 回の画面 – how a round stands.
 *
 * @param round which
 * @param questionnaire its questions
 * @param tabulation what has come so far
 * @param byChannel how many came by which way
 * @param pending places that wait for a person
 * @param unread pages that could not be read
 * @param done what was just done
 * @param problems what was just refused, and why
 * @param open whether it takes answers today
 */
public record RoundView(
        Round round,
        Questionnaire questionnaire,
        Tabulation tabulation,
        Map<Channel, Long> byChannel,
        int pending,
        List<UnreadPage> unread,
        Optional<Text> done,
        List<Problem> problems,
        boolean open) {

    /** Copies its parts. */
    public RoundView {
        byChannel = Map.copyOf(byChannel);
        unread = List.copyOf(unread);
        problems = List.copyOf(problems);
    }

    /** How many came by one way. */
    public long of(Channel channel) {
        return byChannel.getOrDefault(channel, 0L);
    }
}
