package madoguchi.policy;

import java.util.List;

/**
 * 条件 – when a row decides: in any of these boxes.
 *
 * @param boxes at least one in a row without fault; no situation lies in two of them
 */
public record Condition(List<Box> boxes) {

    /** Copies the list. */
    public Condition {
        boxes = List.copyOf(boxes);
    }

    /** 該当 – whether the situation meets the condition. */
    public boolean holdsFor(Situation situation) {
        return boxes.stream().anyMatch(box -> box.contains(situation));
    }
}
