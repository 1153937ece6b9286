package madoguchi.stats;

/**
 * 施設の利用 – one facility's month by both bases, before the receipts are known.
 *
 * @param tally verifications, online base
 * @param people 利用人数 – different people with at least one counted use, receipt base
 */
public record FacilityUse(Tally tally, long people) {

    static final FacilityUse NOTHING = new FacilityUse(Tally.NOTHING, 0);
}
