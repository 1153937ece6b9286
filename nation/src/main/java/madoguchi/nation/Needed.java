package madoguchi.nation;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.InsuredId;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitKind;
import madoguchi.core.PersonName;
import madoguchi.core.Sex;
import madoguchi.core.Timeline;
import madoguchi.core.Timeline.Stay;
import madoguchi.core.Typed;

/** 振替・分割に要るもの – a coverage with only what settling asks of it; the rest is left empty or says what is usual. A snapshot holds this and no more: least data. */
final class Needed {

    /** Where a name was not kept, and a record wants one. */
    private static final String NO_NAME = "―";

    private Needed() {}

    /** Everything a search by reading ({@code named}) needs. */
    static Timeline of(Timeline person) {
        return new Timeline(person.stays().stream()
                .map(stay -> new Stay(of(stay.coverage()), stay.collected()))
                .toList());
    }

    /** Everything a look-up by number needs: no reading, no address. */
    static Timeline byNumber(Timeline person) {
        return new Timeline(person.stays().stream()
                .map(stay -> new Stay(byNumber(of(stay.coverage())), stay.collected()))
                .toList());
    }

    private static Coverage of(Coverage full) {
        return coverage(
                full,
                full.id(),
                holder(readingKey(full), full.holder().birth(), full.holder().address()));
    }

    private static Coverage byNumber(Coverage full) {
        return coverage(full, full.id(), holder("", full.holder().birth(), Optional.empty()));
    }

    /** カナ氏名の突合キー. */
    static String readingKey(Coverage coverage) {
        return Typed.key(coverage.holder().name().reading());
    }

    static Holder holder(String readingKey, java.time.LocalDate birth, Optional<String> address) {
        String name = readingKey.isBlank() ? NO_NAME : readingKey;
        return new Holder(
                new PersonName(name, Optional.empty(), Optional.empty(), Optional.empty()),
                Sex.MALE,
                Optional.empty(),
                birth,
                address,
                Optional.empty());
    }

    private static Coverage coverage(Coverage full, InsuredId id, Holder holder) {
        return new Coverage(
                id,
                CoverageClass.GENERAL,
                full.relation(),
                Optional.empty(),
                holder,
                full.insurerName(),
                full.qualified(),
                full.issued(),
                Optional.empty(),
                full.lossReason(),
                full.rate(),
                false,
                full.elderly()
                        .map(certificate -> new ElderlyRecipientCertificate(
                                Optional.empty(), certificate.valid(), certificate.rate())),
                full.limit()
                        .map(limit -> new LimitCertificate(
                                LimitKind.LIMIT,
                                limit.limitClass(),
                                Optional.empty(),
                                limit.valid(),
                                Optional.empty())),
                List.of(),
                List.of());
    }
}
