package madoguchi.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 特定疾病療養受療証 ({@code oqs-interface.md} §3.3, 32). Shown only with the patient's consent.
 *
 * @param category 認定疾病区分
 * @param issued 交付年月日
 * @param valid 有効期間
 * @param selfPayYen 自己負担限度額, yen a month
 */
public record SpecificDisease(
        SpecificDiseaseCategory category, Optional<LocalDate> issued, Period valid, int selfPayYen) {}
