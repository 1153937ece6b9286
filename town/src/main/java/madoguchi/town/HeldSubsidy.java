package madoguchi.town;

import madoguchi.core.Period;
import madoguchi.core.PublicPayerNumber;
import madoguchi.core.RecipientNumber;

/**
 * 受給者証 – a subsidy a townsperson holds, as the files of {@link SubsidyFile} register it; the insurance hub of the town says nothing about it.
 *
 * @param payer 公費負担者番号; its first two digits are the 法別番号
 * @param recipient 公費受給者番号
 * @param valid 有効期間
 */
public record HeldSubsidy(PublicPayerNumber payer, RecipientNumber recipient, Period valid) {}
