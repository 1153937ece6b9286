package madoguchi.review;

/**
 * 保険者ごとの件数 – what a run came to for one insurer: what facilities claimed from it, and what it is billed.
 *
 * @param insurer 保険者番号; of public payers alone 負担者番号; as written where it is neither
 * @param claimed receipts that name it
 * @param claimedPoints of them
 * @param billed receipts, parts of split ones counted each
 * @param billedPoints of them
 */
public record InsurerFigure(String insurer, long claimed, long claimedPoints, long billed, long billedPoints) {}
