package madoguchi.survey;

import java.util.Map;
import java.util.Set;

/**
 * 回答 – what one facility gave to one question.
 *
 * @param options codes of the ticked boxes
 * @param numbers numbers by option code; by {@link #ITSELF} for a question of kind number
 * @param texts words by option code; by {@link #ITSELF} for an open question
 */
public record Given(Set<String> options, Map<String, Integer> numbers, Map<String, String> texts) {

    /** 設問そのもの – stands for the question where no option is meant. */
    public static final String ITSELF = "";

    /** 無回答. */
    public static final Given NOTHING = new Given(Set.of(), Map.of(), Map.of());

    /** Copies its parts; blank words are nothing. */
    public Given {
        options = Set.copyOf(options);
        numbers = Map.copyOf(numbers);
        texts = texts.entrySet().stream()
                .filter(text -> !text.getValue().isBlank())
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, text -> text.getValue().strip()));
    }

    /** Boxes alone. */
    public static Given ticked(String... codes) {
        return new Given(Set.of(codes), Map.of(), Map.of());
    }

    /** Words alone. */
    public static Given written(String words) {
        return new Given(Set.of(), Map.of(), Map.of(ITSELF, words));
    }

    /** 無回答か – whether nothing at all was given. */
    public boolean isNothing() {
        return options.isEmpty() && numbers.isEmpty() && texts.isEmpty();
    }

    /** Names no words: they may tell of a person. */
    @Override
    public String toString() {
        return "Given[options=" + options + ", numbers=" + numbers.size() + ", texts=" + texts.size() + "]";
    }
}
