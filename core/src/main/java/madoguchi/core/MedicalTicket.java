package madoguchi.core;

import java.time.YearMonth;

/**
 * 医療券・調剤券 – a month's commission of one person under 医療扶助 to one facility ({@code oqs-interface.md} §6.1).
 *
 * @param month 診療年月
 * @param valid 有効期間
 * @param issueNumber 交付番号, up to 20 characters
 * @param facility 指定医療機関
 * @param selfPayYen 本人支払額, yen
 */
public record MedicalTicket(
        YearMonth month, Period valid, String issueNumber, MedicalInstitutionCode facility, int selfPayYen) {}
