/**
 * 案内: answers a code, a phrase or a situation from the rules in force, the reader's codes, the glossary and the published questions; works without network and without any language model.
 *
 * <p>Values in: words and an instant. Values out: an {@link madoguchi.assist.Advice}, every line of it with its source. Log owned: {@code assist.question}, questions that found no answer, without
 * anything that could name a person. Read from the top: {@link madoguchi.assist.Assistant}, {@link madoguchi.assist.Knowledge}, {@link madoguchi.assist.WordIndex}.
 */
@NullMarked
package madoguchi.assist;

import org.jspecify.annotations.NullMarked;
