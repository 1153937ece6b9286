package madoguchi.portal;

import java.time.LocalDate;
import madoguchi.core.PersonKey;
import madoguchi.core.SubsidyAnswer;

/** 本人の医療受給者証 – where the portal reads the certificates of a person. Nothing of a person who must stay hidden (不開示): {@link SubsidyAnswer.Absence#NONE}, as for anybody without one. */
public interface RecipientCertificates {

    /** What is registered for the person on a day. */
    SubsidyAnswer of(PersonKey person, LocalDate day);
}
