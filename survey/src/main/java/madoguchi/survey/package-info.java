/**
 * 調査: the survey of facilities – questionnaires as data, answers by web and by paper or FAX, what is counted, and the report.
 *
 * <p>Values in: a questionnaire file, answers, pictures of forms, {@link madoguchi.survey.Prefill}. Values out: {@link madoguchi.survey.Tabulation}, {@link madoguchi.survey.CrossTable}, printed forms, reports. Log owned: schema {@code survey}.
 */
@NullMarked
package madoguchi.survey;

import org.jspecify.annotations.NullMarked;
