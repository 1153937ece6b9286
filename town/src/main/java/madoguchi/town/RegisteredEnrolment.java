package madoguchi.town;

import java.time.Instant;
import java.time.LocalDate;
import madoguchi.core.Period;

/**
 * 登録された利用登録 – one row about an enrolment.
 *
 * @param recordedAt 登録日時
 * @param withdrawn 取消
 * @param person stands for the 個人番号; never shown
 * @param valid 利用登録年月日 until 利用終了年月日
 */
record RegisteredEnrolment(Instant recordedAt, boolean withdrawn, String person, Period valid) {

    /** What names an enrolment. */
    record Name(String person, LocalDate since) {
        @Override
        public String toString() {
            return "Name[since=" + since + "]";
        }
    }

    static RegisteredEnrolment of(Instant recordedAt, RegistrationRow row) {
        return new RegisteredEnrolment(recordedAt, row.withdraws(), row.text("個人番号"), row.until("利用登録年月日", "利用終了年月日"));
    }

    Name name() {
        return new Name(person, valid.from());
    }

    @Override
    public String toString() {
        return "RegisteredEnrolment[…]";
    }
}
