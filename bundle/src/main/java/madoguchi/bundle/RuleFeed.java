package madoguchi.bundle;

import java.util.Optional;
import madoguchi.core.Text;

/** 配布元 – where a desk asks for the current rules. */
public interface RuleFeed {

    /**
     * 取得 – asks once; trouble on the way is a value.
     *
     * @param have names what the asker has: the {@code tag} of an earlier {@link Fetched.Bundle}
     */
    Fetched fetch(Optional<String> have);

    /** 取得の結果. */
    sealed interface Fetched {

        /**
         * 届いた束.
         *
         * @param bundle unverified
         * @param tag names these bytes for the next time
         */
        record Bundle(SignedBundle bundle, String tag) implements Fetched {}

        /**
         * 大きすぎる束 – it was not fetched to the end.
         *
         * @param tag names it
         */
        record TooLarge(String tag) implements Fetched {}

        /** 変わりなし. */
        record Unchanged() implements Fetched {}

        /** 公布なし – there is no bundle yet. */
        record Nothing() implements Fetched {}

        /**
         * 届かない.
         *
         * @param why one sentence
         */
        record Unreachable(Text why) implements Fetched {}
    }
}
