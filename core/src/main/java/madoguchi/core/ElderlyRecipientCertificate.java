package madoguchi.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 高齢受給者証情報 – share of a person of 70 to 74 ({@code oqs-interface.md} §3.3, 26).
 *
 * @param issued 交付年月日
 * @param valid 有効期間
 * @param rate 一部負担金割合
 */
public record ElderlyRecipientCertificate(Optional<LocalDate> issued, Period valid, CopaymentRate rate) {}
