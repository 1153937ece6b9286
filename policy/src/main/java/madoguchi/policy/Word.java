package madoguchi.policy;

import madoguchi.core.Text;

/**
 * 語 – a kind that a rules file lists itself.
 *
 * @param word lower case with hyphens
 * @param label the name on screens
 * @param ordinal the place in its list, from 0
 */
record Word(String word, Text label, int ordinal) implements Kind {}
