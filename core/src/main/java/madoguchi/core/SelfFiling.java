package madoguchi.core;

import java.time.LocalDate;
import java.util.Set;

/** 本人の届出 – the port through which a person changes what the registers hold about them. It counts for the next inquiry. A hidden or unknown person is refused in the same words. */
public interface SelfFiling {

    /** 利用登録 from a day on. */
    Filed enrol(PersonKey person, LocalDate since);

    /** 利用登録の解除: from that day on the person's cards lead nowhere. */
    Filed endEnrolment(PersonKey person, LocalDate firstDayWithout);

    /** 同意の撤回 – at once; what was not given is refused. */
    Filed withdraw(PersonKey person, MedicalInstitutionCode facility, Set<ConsentScope> scopes);

    /** 居宅同意の撤回 – every consent of this kind that the person gave at the facility, at once; where none stands it is refused. A new one is given by the card at the facility only. */
    Filed withdrawVisits(PersonKey person, MedicalInstitutionCode facility, VisitKind visit);
}
