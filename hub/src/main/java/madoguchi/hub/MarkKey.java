package madoguchi.hub;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.Holder;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Scheme;
import org.bouncycastle.crypto.macs.SipHash;
import org.bouncycastle.crypto.params.KeyParameter;

/** 目印の鍵 – turns identities, addresses and households into numbers under a key that lives as long as one run. Not for use by two threads at once. */
final class MarkKey {

    /** 世帯での立場: the insured person, covered on the day. */
    static final long INSURED = 1;

    /** The insured person, no longer covered on the day. */
    static final long INSURED_ENDED = 2;

    /** A dependant, covered on the day. */
    static final long DEPENDENT = 3;

    private static final int KEY_BYTES = 16;

    private final byte[] secret;
    private final SipHash hash = new SipHash();

    private MarkKey(byte[] secret) {
        this.secret = secret;
        hash.init(new KeyParameter(secret));
    }

    /** A new key that nobody knows. */
    static MarkKey random() {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        return new MarkKey(secret);
    }

    /** The same key for another thread. */
    MarkKey again() {
        return new MarkKey(secret);
    }

    private long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.update(bytes, 0, bytes.length);
        return hash.doFinal();
    }

    /** Under the reading, birth and sex; under the written name where there is no reading; none where the name cannot be compared. */
    Optional<QualityMark> identity(Fact fact, boolean hidden) {
        Holder holder = fact.coverage().holder();
        return comparable(holder.name())
                .map(name -> of(name
                        + '|'
                        + holder.birth().toEpochDay()
                        + '|'
                        + holder.sex().code()))
                .map(key -> QualityMark.of(
                        key,
                        fact,
                        holder.address()
                                .map(address -> of(AddressKey.of(address)) | 1)
                                .orElse(0L),
                        hidden));
    }

    private static Optional<String> comparable(PersonName name) {
        return name.kana()
                .map(Reading::key)
                .filter(key -> !key.isEmpty())
                .or(() -> Optional.of("=" + letters(name.written())).filter(written -> !name.hasBlackCircle()));
    }

    /** Without spaces and variation selectors. */
    private static String letters(String written) {
        return written.codePoints()
                .filter(c -> !Character.isWhitespace(c) && Character.getType(c) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Under insurer, symbol and number: employees' insurance only, where a dependant's coverage rests on the insured person's. */
    Optional<QualityMark> household(Fact fact, LocalDate day, boolean hidden) {
        Coverage coverage = fact.coverage();
        if (coverage.id().insurer().scheme().kind() != Scheme.Kind.EMPLOYEES) {
            return Optional.empty();
        }
        return part(coverage, day)
                .map(part -> QualityMark.of(
                        of(coverage.id().insurer().digits()
                                + '|'
                                + coverage.id().symbolKey()
                                + '|'
                                + coverage.id().numberKey()),
                        fact,
                        part,
                        hidden));
    }

    private static Optional<Long> part(Coverage coverage, LocalDate day) {
        if (coverage.relation().isEmpty()) {
            return Optional.empty();
        }
        boolean covered = coverage.coversDay(day);
        boolean ended = coverage.qualified()
                .flatMap(Period::end)
                .map(end -> !end.isAfter(day))
                .orElse(false);
        return switch (coverage.relation().get()) {
            case Relation.INSURED ->
                covered ? Optional.of(INSURED) : ended ? Optional.of(INSURED_ENDED) : Optional.empty();
            case Relation.DEPENDENT -> covered ? Optional.of(DEPENDENT) : Optional.empty();
        };
    }
}
