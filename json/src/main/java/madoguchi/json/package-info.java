/**
 * 値の文字表現: the JSON form of the core values, for HTTP between the hub and a clinic and for the logs that keep replies.
 *
 * <p>Values in: core values or their JSON. Values out: the other one. No log is owned here. Property names are the record components' names; an absent {@code Optional} is left out; an unknown property is refused by name.
 */
@NullMarked
package madoguchi.json;

import org.jspecify.annotations.NullMarked;
