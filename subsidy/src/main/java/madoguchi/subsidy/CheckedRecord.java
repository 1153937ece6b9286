package madoguchi.subsidy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 点検した記録 – a record with everything that is wrong with it.
 *
 * @param raw as it was sent
 * @param myNumber 12 digits that fit; absent where they do not. Lives only until it was swapped
 * @param five 基本5情報 that can be compared. They live as long
 * @param version what it says; absent when anything is wrong
 * @param faults all of them, and warnings
 */
record CheckedRecord(
        RawRecord raw,
        Optional<String> myNumber,
        Optional<BasicFive> five,
        Optional<CertificateVersion> version,
        List<RecordFault> faults) {

    CheckedRecord {
        faults = List.copyOf(faults);
    }

    /** With one fault or warning more. */
    CheckedRecord with(RecordCode code) {
        RecordFault fault = code.fault();
        return new CheckedRecord(
                raw,
                myNumber,
                five,
                version.filter(sound -> !fault.isError()),
                Stream.concat(faults.stream(), Stream.of(fault)).toList());
    }

    boolean isGood() {
        return version.isPresent();
    }

    /** What is kept of it: nothing of a record that carries a My Number where none belongs. */
    boolean isKeepable() {
        return faults.stream().noneMatch(fault -> fault.code() == RecordCode.MY_NUMBER_ELSEWHERE);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "CheckedRecord[" + raw.number() + ", faults=" + faults.size() + "]";
    }
}
