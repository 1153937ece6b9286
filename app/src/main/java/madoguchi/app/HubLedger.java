package madoguchi.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;
import madoguchi.core.InquiryKind;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.hub.Usage;
import madoguchi.hub.UsageStore;
import madoguchi.stats.Lane;
import madoguchi.stats.Ledger;
import madoguchi.stats.Reading;
import madoguchi.stats.Token;
import madoguchi.stats.Use;

/** 統計から見た照会記録 – the hub's ledger in the words of the statistics. */
final class HubLedger implements Ledger {

    private final UsageStore store;

    HubLedger(UsageStore store) {
        this.store = store;
    }

    @Override
    public void each(YearMonth month, Optional<MedicalInstitutionCode> only, Consumer<Use> reader) {
        store.each(
                first(month),
                first(month.plusMonths(1)),
                only.map(MedicalInstitutionCode::digits),
                one -> reader.accept(use(one)));
    }

    @Override
    public void days(LocalDate from, LocalDate through, Consumer<Use> reader) {
        store.stream(first(from), first(through.plusDays(1)), one -> reader.accept(use(one)));
    }

    private static Instant first(YearMonth month) {
        return first(month.atDay(1));
    }

    private static Instant first(LocalDate day) {
        return day.atStartOfDay(Server.TOKYO).toInstant();
    }

    private static Use use(Usage one) {
        boolean read = one.kind() == InquiryKind.CARD;
        return new Use(
                one.entry(),
                one.at(),
                one.facility(),
                !read ? Token.NUMBER : one.phone() ? Token.PHONE : Token.CARD,
                !read ? Reading.NOT_READ : one.active() ? Reading.ACTIVE : Reading.INACTIVE,
                one.bulk() ? Lane.BULK : Lane.AT_ONCE,
                one.person());
    }
}
