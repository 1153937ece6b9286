package madoguchi.desk;

import java.time.LocalDate;
import madoguchi.core.Caller;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;

/**
 * 問い – what a clerk asks about a person; can be asked again.
 *
 * @param insured 記号・番号
 * @param birth 生年月日
 * @param day 資格確認日
 * @param limitConsent 限度額情報の提供に同意したか
 */
public record Question(InsuredId insured, LocalDate birth, LocalDate day, boolean limitConsent) {

    /** The inquiry by number, asked by {@code caller}. */
    Inquiry inquiry(Caller caller) {
        return Inquiry.byNumber(insured, birth, day, limitConsent, caller);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "Question[day=" + day + "]";
    }
}
