package madoguchi.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** 状況の全体 – every combination of the kinds of some facets, numbered from 0: the last facet turns fastest. */
final class Space {

    private final List<Facet> facets;
    private final int[] strides;
    private final int size;

    Space(List<Facet> facets) {
        this.facets = List.copyOf(facets);
        this.strides = new int[facets.size()];
        int product = 1;
        for (int i = facets.size() - 1; i >= 0; i--) {
            strides[i] = product;
            product = Math.multiplyExact(product, facets.get(i).kinds().size());
        }
        this.size = product;
    }

    List<Facet> facets() {
        return facets;
    }

    int size() {
        return size;
    }

    /** The number of a situation: one kind for each facet, in their order. */
    int at(Kind... kinds) {
        if (kinds.length != strides.length) {
            throw new IllegalArgumentException(strides.length + " kinds are asked for, not " + kinds.length);
        }
        int index = 0;
        for (int i = 0; i < kinds.length; i++) {
            index += kinds[i].ordinal() * strides[i];
        }
        return index;
    }

    /** The kinds of a situation, in the order of the facets. */
    Situation situation(int index) {
        Kind[] kinds = new Kind[strides.length];
        for (int i = 0; i < strides.length; i++) {
            List<Kind> all = facets.get(i).kinds();
            kinds[i] = all.get(index / strides[i] % all.size());
        }
        return new Situation(Arrays.asList(kinds));
    }

    /** Every situation that meets the condition; twice where two of its boxes hold it. */
    void each(Condition condition, IntConsumer action) {
        condition.boxes().forEach(box -> each(box, 0, 0, action));
    }

    private void each(Box box, int facet, int index, IntConsumer action) {
        if (facet == strides.length) {
            action.accept(index);
            return;
        }
        for (Kind kind : box.kinds().get(facet)) {
            each(box, facet + 1, index + kind.ordinal() * strides[facet], action);
        }
    }
}
