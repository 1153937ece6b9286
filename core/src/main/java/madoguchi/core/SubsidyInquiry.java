package madoguchi.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 医療費助成の照会 – one question to the subsidy hub: which subsidies may this facility see of this person on this day ({@code pmh.md} §1)?
 *
 * @param person whom it is about
 * @param day 資格確認日
 * @param knownAt the instant of knowledge asked about; absent means now. Facts recorded later are not seen
 * @param facility 医療機関コード – who would see it
 * @param use what the person said at the reader
 */
public record SubsidyInquiry(
        PersonKey person, LocalDate day, Optional<Instant> knownAt, MedicalInstitutionCode facility, SubsidyUse use) {}
