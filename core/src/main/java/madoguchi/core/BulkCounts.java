package madoguchi.core;

/**
 * 件数 – how far a bulk inquiry has come.
 *
 * @param total questions
 * @param done those with a result; 処理件数
 * @param normal of these, answered; 正常件数
 * @param error of these, refused with a reason; エラー件数
 */
public record BulkCounts(int total, int done, int normal, int error) {}
