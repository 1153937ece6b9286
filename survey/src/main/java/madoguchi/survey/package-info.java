/** 調査: the survey of facilities: questions, answers, tabulation. Log: schema {@code survey}. */
@NullMarked
package madoguchi.survey;

import org.jspecify.annotations.NullMarked;
