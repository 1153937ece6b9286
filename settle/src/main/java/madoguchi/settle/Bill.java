package madoguchi.settle;

import java.util.Optional;
import madoguchi.core.InsuredId;
import madoguchi.uke.Receipt;

/**
 * 請求先 – one receipt as it goes on, and to whom.
 *
 * @param receipt as sent on
 * @param insured 記号・番号 of the insurer who is billed; absent for public payers alone and for what nobody is found for
 */
public record Bill(Receipt receipt, Optional<InsuredId> insured) {}
