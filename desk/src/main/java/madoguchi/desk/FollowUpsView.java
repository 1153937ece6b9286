package madoguchi.desk;

import java.util.List;

/**
 * 事後確認の画面.
 *
 * @param open what is to be followed up: first whom to contact today, then by age, the oldest first
 * @param confirmed what the hub confirmed in the last days
 */
public record FollowUpsView(List<FollowUp> open, List<ConfirmedLater> confirmed) {

    /** Copies the lists. */
    public FollowUpsView {
        open = List.copyOf(open);
        confirmed = List.copyOf(confirmed);
    }
}
