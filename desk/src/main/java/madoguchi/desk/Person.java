package madoguchi.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import madoguchi.core.BlackCircle;
import madoguchi.core.Coverage;
import madoguchi.core.InsuredId;
import madoguchi.core.Reply;

/** 同じ人 – how the desk finds earlier receptions of the same person. */
final class Person {

    private Person() {}

    /** 保険者番号・番号・生年月日, without differences of writing. Twins share it: {@link #mayBeSame} tells them apart. */
    static String key(InsuredId id, LocalDate birth) {
        return "id/" + id.insurer() + "/" + id.numberKey() + "/" + birth;
    }

    /** Every key a reply gives: one per coverage, and the facility's own 照会番号, which survives a change of insurer. */
    static List<String> keys(Reply reply) {
        Stream<String> byId = reply.answer().coverages().stream()
                .map(coverage -> key(coverage.id(), coverage.holder().birth()));
        Stream<String> byReference = reply.referenceNumber().stream().map(number -> "ref/" + number);
        return Stream.concat(byId, byReference).toList();
    }

    /** Whether two coverages with a common key can be of one person: twins have other branches and other names. */
    static boolean mayBeSame(Coverage one, Coverage other) {
        boolean branchesDiffer = one.id().branch().isPresent()
                && other.id().branch().isPresent()
                && !one.id().branch().equals(other.id().branch());
        return !branchesDiffer
                || BlackCircle.mayEqual(
                        one.holder().name().written(), other.holder().name().written());
    }
}
