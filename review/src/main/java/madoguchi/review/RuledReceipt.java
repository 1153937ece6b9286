package madoguchi.review;

/**
 * 一件の処理の記録 – one receipt that was settled, without anything about the person.
 *
 * @param file reception of its file
 * @param ordinal which of the file, from 1
 * @param claimed 保険者番号 on the claim; empty where none
 * @param found 保険者番号 of those billed, joined by spaces
 * @param points that it claimed
 */
public record RuledReceipt(long file, long ordinal, String claimed, String found, long points) {}
