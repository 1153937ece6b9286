package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 今日 – the list of the day and the state of the line.
 *
 * @param day the business day
 * @param now the moment of this picture
 * @param rows newest first
 * @param line whether anybody answers
 * @param firstDay nothing was ever received here
 * @param followUps 事後確認 – how many receptions, of any day, are to be followed up
 * @param called 職員の呼び出し – since when somebody at the card reader waits for staff; empty when nobody does
 */
public record Today(
        LocalDate day,
        Instant now,
        List<Row> rows,
        Line line,
        boolean firstDay,
        int followUps,
        Optional<Instant> called) {

    /** Copies the lists. */
    public Today {
        rows = List.copyOf(rows);
    }

    /** How many are in this state. */
    public long count(State state) {
        return rows.stream().filter(row -> row.visit().state() == state).count();
    }

    /** Receptions with something left to do, oldest first. */
    public List<Row> open() {
        return rows.reversed().stream().filter(Row::open).toList();
    }

    /** How many the desk will ask for again by itself. */
    public long waiting() {
        return rows.stream().filter(row -> row.visit().waitsForAnswer()).count();
    }

    /** {@code 事後確認 3}: how much is to be followed up. */
    public Text followUpsText() {
        return new Text("事後確認 " + followUps, "To follow up: " + followUps);
    }

    /** The line in words. */
    public Text lineText() {
        return switch (line) {
            case Line.Quiet quiet -> new Text("○ 回線 まだ照会がありません", "○ Line: nothing asked yet");
            case Line.Up up -> new Text("● 回線 正常", "● Line in order");
            case Line.Down(var cause, var since) ->
                new Text(
                        "✕ 障害 " + State.cause(cause).ja() + " " + Days.time(since) + " から",
                        "✕ No answer: " + State.cause(cause).en() + " since " + Days.time(since));
        };
    }

    public boolean isDown() {
        return line instanceof Line.Down;
    }
}
