package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 照会の記録 – one entry of the verification log without the person asked about.
 *
 * @param id its number
 * @param at when
 * @param facility 医療機関コード
 * @param terminal the terminal or software
 * @param operator the operator's account name
 * @param kind 照会区分
 * @param purpose why, as far as the question tells
 * @param day 資格確認日
 * @param outcome the name of the outcome
 */
public record LoggedVerification(
        long id,
        Instant at,
        String facility,
        String terminal,
        String operator,
        String kind,
        Purpose purpose,
        LocalDate day,
        String outcome) {}
