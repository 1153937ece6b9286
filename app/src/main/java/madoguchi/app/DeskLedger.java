package madoguchi.app;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import madoguchi.core.InquiryKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.policy.Shown;
import madoguchi.stats.Happening;
import madoguchi.stats.Lane;
import madoguchi.stats.Ledger;
import madoguchi.stats.Reading;
import madoguchi.stats.Reception;
import madoguchi.stats.Receptions;
import madoguchi.stats.Token;
import madoguchi.stats.Use;

/**
 * 受付簿から見た照会 – the answers that reached this desk, where the hub's ledger is elsewhere. Persons are not told, and inquiries
 * in bulk are not among them.
 */
final class DeskLedger implements Ledger {

    private final MedicalInstitutionCode facility;
    private final Receptions receptions;

    DeskLedger(MedicalInstitutionCode facility, Receptions receptions) {
        this.facility = facility;
        this.receptions = receptions;
    }

    @Override
    public void each(YearMonth month, Optional<MedicalInstitutionCode> only, Consumer<Use> reader) {
        if (only.filter(other -> !other.equals(facility)).isPresent()) {
            return;
        }
        long entry = 0;
        for (Reception reception : receptions.between(month.atDay(1), month.atEndOfMonth())) {
            for (Happening happening : reception.happenings()) {
                entry++;
                if (happening instanceof Happening.Answered answered
                        && answered.result() != Happening.Result.NOBODY
                        && YearMonth.from(answered.at().atZone(Server.TOKYO)).equals(month)) {
                    reader.accept(use(entry, answered, isPhone(reception)));
                }
            }
        }
    }

    private static boolean isPhone(Reception reception) {
        return reception.happenings().stream()
                .anyMatch(one -> one instanceof Happening.Showed(var at, var shown) && shown == Shown.SMARTPHONE);
    }

    private Use use(long entry, Happening.Answered answered, boolean phone) {
        boolean read = answered.kind() == InquiryKind.CARD;
        Reading reading = answered.result() == Happening.Result.ACTIVE ? Reading.ACTIVE : Reading.INACTIVE;
        return new Use(
                entry,
                answered.at(),
                facility.digits(),
                !read ? Token.NUMBER : phone ? Token.PHONE : Token.CARD,
                read ? reading : Reading.NOT_READ,
                Lane.AT_ONCE,
                OptionalLong.empty());
    }
}
