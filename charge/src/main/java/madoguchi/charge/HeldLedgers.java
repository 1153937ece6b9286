package madoguchi.charge;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import madoguchi.core.PersonKey;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;

/** 本人の上限額管理票 – the port through which the holder's own screen reads the shared ledgers of a month. Nothing of a certificate that must stay hidden (不開示). */
@FunctionalInterface
public interface HeldLedgers {

    /** 一覧の結果. */
    sealed interface Listing {
        /** 一覧; a certificate without a shared ledger has no entry. */
        record Listed(List<Held> ledgers) implements Listing {
            /** Copies the list. */
            public Listed {
                ledgers = List.copyOf(ledgers);
            }
        }

        /** 応答なし. */
        record Unreachable(Text detail) implements Listing {}
    }

    /**
     * 管理票一枚.
     *
     * @param certificate of which certificate
     * @param total which kinds run together
     * @param ledger as it stands
     * @param looks which facilities looked at it this month, the latest first, each once
     */
    record Held(SubsidyCertificate certificate, Accumulator total, CapLedger ledger, List<Look> looks) {
        /** Copies the list. */
        public Held {
            looks = List.copyOf(looks);
        }
    }

    /**
     * 見た施設.
     *
     * @param facility 医療機関コード
     * @param last when it looked last
     */
    record Look(String facility, Instant last) {}

    /** The ledgers of the certificates that count in the month; trouble is a value. */
    Listing of(PersonKey person, YearMonth month);

    /** Where there are none. */
    static HeldLedgers none() {
        return (person, month) -> new Listing.Listed(List.of());
    }
}
