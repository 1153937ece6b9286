package madoguchi.policy;

import java.util.List;
import madoguchi.core.Period;
import madoguchi.core.Text;

/** 変更 – what is different in one table, between two days of one book or between two books. */
public sealed interface Change {

    /** 表の題 – of the table concerned. */
    Text table();

    /**
     * 判定の変更 – situations that one row decided before and another decides after.
     *
     * @param table the table's title
     * @param facets the table's facets, as they are after
     * @param days on which days the difference shows
     * @param before the row that decided
     * @param after the row that decides
     * @param boxes at least one; no situation lies in two of them
     */
    record Decided(Text table, List<Facet> facets, Period days, Rule before, Rule after, List<Box> boxes)
            implements Change {

        /** Copies the lists. */
        public Decided {
            facets = List.copyOf(facets);
            boxes = List.copyOf(boxes);
        }

        /** 状況の数 – how many situations are concerned. */
        public int situations() {
            return boxes.stream().mapToInt(Box::size).sum();
        }

        /** 変わり方 – how much of the outcome is different. */
        public Extent extent() {
            return Extent.between(before, after);
        }
    }

    /** 新しい表 – there was none of this name. */
    record Added(Text table) implements Change {}

    /** なくなる表 – there is none of this name any more. */
    record Removed(Text table) implements Change {}

    /** 問い方の変わる表 – it has other facets than before, so that its situations cannot be set against each other. */
    record Recast(Text table) implements Change {}

    /** 変わり方. */
    enum Extent {
        /** 結論が変わる. */
        VERDICT,
        /** The verdict stays; what is asked for, said or reckoned is different. */
        STEP,
        /** Nothing is different for anybody at the desk; another row, or another source, stands behind it. */
        BASIS,
        /** The two rows say the same and rest on the same. */
        NONE;

        static Extent between(Rule before, Rule after) {
            if (!before.verdict().equals(after.verdict())) {
                return VERDICT;
            }
            if (!before.then().saysLike(after.then())) {
                return STEP;
            }
            boolean same = before.id().equals(after.id())
                    && before.sources().equals(after.sources())
                    && before.certain() == after.certain()
                    && before.note().equals(after.note());
            return same ? NONE : BASIS;
        }
    }
}
