package madoguchi.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CoverageHistory;
import madoguchi.core.InsuredId;
import madoguchi.core.Period;
import madoguchi.core.Timeline;
import madoguchi.settle.Disposition;
import madoguchi.settle.Settle;
import madoguchi.settle.SettleRules;
import madoguchi.uke.Receipt;

/** 一件の処理 – settles one receipt and notes when the coverage it claims was lost, from the same look at the registers. */
final class Settler {

    private final SettleRules rules;
    private final CoverageHistory history;

    Settler(SettleRules rules, CoverageHistory history) {
        this.rules = rules;
        this.history = history;
    }

    Settled of(Origin origin, Receipt receipt) {
        return switch (origin) {
            case FACILITY -> of(receipt);
            case INSURER -> Raised.of(receipt, of(Raised.asBilled(receipt)));
        };
    }

    Settled of(Receipt receipt) {
        Seen seen = new Seen(history);
        Disposition disposition = new Settle(rules, seen).of(receipt);
        return new Settled(
                receipt,
                disposition,
                disposition.rule().confirmation(),
                receipt.insured().flatMap(id -> lost(id, seen.last)));
    }

    /** The last end of the coverages with the claimed number. */
    private static Optional<LocalDate> lost(InsuredId claimed, List<Timeline> persons) {
        return persons.stream()
                .flatMap(person -> person.stays().stream())
                .map(Timeline.Stay::coverage)
                .filter(coverage -> coverage.id().insurer().equals(claimed.insurer())
                        && coverage.id().numberKey().equals(claimed.numberKey()))
                .flatMap(coverage -> coverage.qualified().flatMap(Period::end).stream())
                .max(Comparator.naturalOrder());
    }

    /** 見たもの – keeps what was seen last, for one receipt and one thread. */
    private static final class Seen implements CoverageHistory {
        private final CoverageHistory history;
        private List<Timeline> last = List.of();

        Seen(CoverageHistory history) {
            this.history = history;
        }

        @Override
        public List<Timeline> of(InsuredId insured, LocalDate birth) {
            last = history.of(insured, birth);
            return last;
        }

        @Override
        public List<Timeline> named(String kana, LocalDate birth) {
            return history.named(kana, birth);
        }
    }
}
