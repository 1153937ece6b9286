package madoguchi.survey;

import java.time.Instant;

/**
 * 回答の到着 – one form that came, whole, by whatever way.
 *
 * @param id counts arrivals
 * @param receivedAt when it came
 * @param respondent who answered, without saying who: a number of the round's list, or whatever an imported file tells apart by; empty when unknown
 * @param channel how it came
 * @param answers what it says
 */
public record Response(long id, Instant receivedAt, String respondent, Channel channel, Answers answers) {}
