package madoguchi.subsidy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 参加 – that a municipality takes part with one type of certificate, or that a facility uses it (環境設定「医療費助成情報」=利用する, {@code pmh.md} §1), and on which days.
 *
 * @param kind which of the two
 * @param code 全国地方公共団体コード or 医療機関コード
 * @param type 機関別受給者証種別ID; empty for a facility
 * @param name the municipality's or facility's name
 * @param certificate 受給者証名 of the type; empty for a facility
 * @param scheme row of the scheme master; empty for a facility
 * @param first first day; absent = planned, no day yet
 * @param last last day; absent = open
 */
public record Participant(
        Kind kind,
        String code,
        String type,
        String name,
        String certificate,
        String scheme,
        Optional<LocalDate> first,
        Optional<LocalDate> last) {

    /** 種類. */
    public enum Kind {
        /** 自治体・制度. */
        SCHEME,
        /** 医療機関・薬局. */
        FACILITY
    }

    /** Whether it takes part on the day. */
    public boolean isOn(LocalDate day) {
        return first.filter(from -> !day.isBefore(from)).isPresent()
                && last.filter(day::isAfter).isEmpty();
    }
}
