/** 案内: the assistant: answers about codes, rules and situations, each with its source. Works without network. */
@NullMarked
package madoguchi.assist;

import org.jspecify.annotations.NullMarked;
