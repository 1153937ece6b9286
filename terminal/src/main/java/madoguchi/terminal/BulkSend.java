package madoguchi.terminal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;

/**
 * 資格確認一括照会 要求 – the content of an {@code OQSmuquc01req_} file ({@code oqs-interface.md} §7.1).
 *
 * @param day 資格確認日
 * @param facility 医療機関コード
 * @param fileIdentifier 任意のファイル識別子, echoed
 * @param persons in the order of the file
 */
record BulkSend(
        LocalDate day, MedicalInstitutionCode facility, Optional<String> fileIdentifier, List<BulkPerson> persons) {

    BulkSend {
        persons = List.copyOf(persons);
    }
}
