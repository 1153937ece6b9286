package madoguchi.charge;

import java.util.List;
import madoguchi.core.SubsidyCertificate;

/**
 * 使う助成 – a subsidy the patient relies on, as the desk knows it.
 *
 * @param certificate what it says
 * @param confirmed whether this reception confirmed it, by whatever the rules allow that day
 * @param designated whether this facility is a designated institution for it, as the clerk sees it
 * @param paid what was paid under it this month, here and elsewhere
 */
public record Held(SubsidyCertificate certificate, boolean confirmed, boolean designated, List<Paid> paid) {

    /** Copies the list. */
    public Held {
        paid = List.copyOf(paid);
    }

    /** Confirmed, at a designated institution, with nothing paid this month. */
    public static Held of(SubsidyCertificate certificate) {
        return new Held(certificate, true, true, List.of());
    }

    /** The same after these payments of the month. */
    public Held after(List<Paid> earlier) {
        return new Held(certificate, confirmed, designated, earlier);
    }
}
