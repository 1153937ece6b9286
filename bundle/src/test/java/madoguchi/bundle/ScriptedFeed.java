package madoguchi.bundle;

import java.util.Optional;
import madoguchi.core.Text;

/** A hub whose every answer the test decides. */
final class ScriptedFeed implements RuleFeed {

    private Fetched now = new Fetched.Nothing();
    private int fetched;

    /** From now on hands out this bundle. */
    void hands(SignedBundle bundle) {
        now = new Fetched.Bundle(bundle, bundle.digest());
    }

    /** From now on answers this. */
    void answers(Fetched answer) {
        now = answer;
    }

    void isDown() {
        now = new Fetched.Unreachable(new Text("つながりません。", "Down."));
    }

    /** How many bundles went over the line. */
    int fetched() {
        return fetched;
    }

    @Override
    public Fetched fetch(Optional<String> have) {
        if (now instanceof Fetched.Bundle bundle) {
            if (have.filter(bundle.tag()::equals).isPresent()) {
                return new Fetched.Unchanged();
            }
            fetched++;
        }
        return now;
    }
}
