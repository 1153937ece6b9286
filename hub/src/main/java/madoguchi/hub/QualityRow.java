package madoguchi.hub;

/**
 * 報告の1行 – a stored finding with its number.
 *
 * @param report the report
 * @param number its number in the report
 * @param finding the finding
 */
public record QualityRow(long report, long number, QualityFinding finding) {}
