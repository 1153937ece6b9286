package madoguchi.core;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 居宅同意の届出先 – the port through which a test bench files a consent to home visits or online medical care in place of the patient's own device. Simulation only: a real one comes with the card. */
@FunctionalInterface
public interface VisitConsents {

    /**
     * 居宅同意.
     *
     * @param insured 記号・番号 of the patient; symbol and branch may be absent
     * @param birth 生年月日
     * @param visit to what kind of care
     * @param visitDay 受診日, where one is fixed
     */
    record Consent(InsuredId insured, LocalDate birth, VisitKind visit, Optional<LocalDate> visitDay) {

        /** Never prints the person. */
        @Override
        public String toString() {
            return "Consent[visit=" + visit + "]";
        }
    }

    /** Files one at the caller's facility, with this instant for its day. Empty: taken; else every reason why not. */
    List<Problem> consent(Consent consent, Caller caller);
}
