package madoguchi.settle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import madoguchi.core.CoverageHistory;
import madoguchi.core.Timeline;
import madoguchi.uke.CO;
import madoguchi.uke.DummyNumbers;
import madoguchi.uke.HO;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;
import madoguchi.uke.Remarks;

/** 不詳請求 – a claim whose insurer nobody knew, made from the patient's declaration ({@code claims-uke.md} §7). */
final class Unidentified {

    private static final String KANA = "830000501";
    private static final String INSURER_NAME = "830000503";
    private static final String ADDRESS = "830000505";

    /** The eight items; the second line of the address (830000506) may be missing. */
    private static final List<String> NEEDED = List.of(
            Remarks.UNIDENTIFIED, KANA, "830000502", INSURER_NAME, "830000504", ADDRESS, "830000507", "830000508");

    private Unidentified() {}

    static boolean is(HO ho) {
        return DummyNumbers.isUnidentified(ho.insurerText());
    }

    /** The items it lacks, by the codes of their comments. */
    static List<String> missing(Receipt receipt) {
        return NEEDED.stream().filter(code -> !receipt.hasComment(code)).toList();
    }

    /** The one person who fits reading, birth date and, where several do, what else was declared; empty when nobody or several are left. */
    static Optional<Timeline> person(Receipt receipt, CoverageHistory history) {
        Optional<LocalDate> birth = receipt.re().flatMap(RE::birth);
        List<Timeline> named =
                birth.map(day -> history.named(text(receipt, KANA), day)).orElse(List.of());
        return only(named)
                .or(() -> only(named.stream()
                        .filter(person -> fits(person, text(receipt, INSURER_NAME), text(receipt, ADDRESS)))
                        .toList()));
    }

    private static Optional<Timeline> only(List<Timeline> persons) {
        return persons.size() == 1 ? Optional.of(persons.getFirst()) : Optional.empty();
    }

    private static boolean fits(Timeline person, String insurer, String address) {
        return person.stays().stream()
                .map(Timeline.Stay::coverage)
                .anyMatch(coverage -> isPart(coverage.insurerName(), insurer)
                        || coverage.holder()
                                .address()
                                .filter(there -> isPart(there, address))
                                .isPresent());
    }

    private static boolean isPart(String registered, String declared) {
        String one = madoguchi.core.Typed.key(registered);
        String other = madoguchi.core.Typed.key(declared);
        return !one.isEmpty() && !other.isEmpty() && (one.contains(other) || other.contains(one));
    }

    private static String text(Receipt receipt, String code) {
        StringBuilder text = new StringBuilder();
        receipt.comments().stream()
                .filter(comment -> comment.code().equals(code))
                .map(CO::text)
                .forEach(text::append);
        return text.toString();
    }
}
