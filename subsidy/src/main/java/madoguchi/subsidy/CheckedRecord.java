package madoguchi.subsidy;

import java.util.List;
import java.util.Optional;

/**
 * 点検した記録 – a record with everything that is wrong with it.
 *
 * @param raw as it was sent
 * @param myNumber 12 digits that fit; absent where they do not. Lives only until it was swapped
 * @param version what it says; absent when anything is wrong
 * @param faults all of them, and warnings
 */
record CheckedRecord(
        RawRecord raw, Optional<String> myNumber, Optional<CertificateVersion> version, List<RecordFault> faults) {

    CheckedRecord {
        faults = List.copyOf(faults);
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
