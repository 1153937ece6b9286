package madoguchi.bundle;

import java.util.List;
import java.util.Optional;

/**
 * 配布の画面の中身.
 *
 * @param inForce the rules that decide now
 * @param next those that will decide next
 * @param last how the last question to the hub ended
 * @param received the latest bundles, newest first
 * @param keys whom this desk trusts
 */
public record BundlesView(
        Held inForce, Optional<Held> next, Optional<LastFetch> last, List<Received> received, TrustedKeys keys) {

    /** Copies the list. */
    public BundlesView {
        received = List.copyOf(received);
    }

    /** 行の数 – of all tables in force. */
    public int rows() {
        return inForce.policy().book().tables().stream()
                .mapToInt(table -> table.rules().size())
                .sum();
    }
}
