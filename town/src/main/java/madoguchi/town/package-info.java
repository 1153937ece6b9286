/**
 * 見本の町: about sixty invented people with dated histories, fixture of the tests and data of the demonstration at once.
 *
 * <p>Values in: the registration files under {@code town/batches} (format: {@code docs/registration-file.md}), their instants in {@code town/batches.csv}, and the people in {@code town/people.yaml}.
 * Values out: {@link madoguchi.town.Town}; and answers of {@link madoguchi.town.TownHub}, a brute-force twin of the hub that serves as its oracle. No log is owned: everything is folded anew per question.
 *
 * <p>Nobody here exists. Every 個人番号 begins with {@code 000000} (its check digit holds), the insurers are fictitious (保険者別番号 998 and 999) though their check digits hold too,
 * and the clinic is {@code 1319999913} みなと架空診療所.
 */
@NullMarked
package madoguchi.town;

import org.jspecify.annotations.NullMarked;
