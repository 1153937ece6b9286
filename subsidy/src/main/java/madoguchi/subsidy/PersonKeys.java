package madoguchi.subsidy;

import java.util.List;
import madoguchi.core.PersonKey;

/** 個人番号の引き当て – the port through which My Numbers become person keys at the registration edge. Whoever implements it keeps no number; this module forgets each as soon as it has the key. */
@FunctionalInterface
public interface PersonKeys {

    /** The key of each person, in the order of the numbers; each is 12 ASCII digits with a fitting check digit. Unknown people get a new key. */
    List<PersonKey> of(List<String> myNumbers);
}
