package madoguchi.stats;

import madoguchi.core.Text;

/**
 * 利用率の一行 – one facility, or many put together, by both bases.
 *
 * @param key 医療機関コード, word of a kind, digits of a prefecture, or {@code nation}
 * @param label what it is called
 * @param facilities how many facilities it puts together
 * @param tally verifications
 * @param people people who used the card
 * @param billed those of them at facilities whose receipts are known
 * @param receipts the receipts of these facilities
 * @param waiting facilities whose receipts are not known: they are in neither side of the receipt rate
 */
public record UsageRow(String key, Text label, int facilities, Tally tally, long people, long billed, long receipts, int waiting) {

    /** オンライン資格確認件数ベース利用率. */
    public Rate online() {
        return tally.rate();
    }

    /** レセプト件数ベース利用率; its whole is 0 while no receipts are known. */
    public Rate receipt() {
        return new Rate(billed, receipts);
    }

    UsageRow plus(UsageRow that) {
        return new UsageRow(
                key,
                label,
                facilities + that.facilities,
                tally.plus(that.tally),
                people + that.people,
                billed + that.billed,
                receipts + that.receipts,
                waiting + that.waiting);
    }
}
