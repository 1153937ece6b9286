package madoguchi.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.InsuredId;
import madoguchi.core.LossReason;
import madoguchi.core.Relation;
import madoguchi.core.Timeline.Stay;
import madoguchi.uke.FileKind;
import madoguchi.uke.InventedClaims;
import madoguchi.uke.InventedPatient;

/** 作りものの登録 – invented claim files of four kinds, and a register of their patients in which all goes wrong that can. */
final class InventedPeople {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate MIDDLE = LocalDate.of(2026, 4, 15);

    private InventedPeople() {}

    static byte[][] files(People people, int receipts) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (FileKind kind : List.of(FileKind.MEDICAL, FileKind.DPC, FileKind.DENTAL, FileKind.DISPENSING)) {
            long seed = 40L + files.size();
            InventedClaims claims = new InventedClaims(kind, seed, Claims.APRIL);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            claims.writeTo(bytes, receipts);
            files.add(bytes.toByteArray());
            for (int i = 0; i < receipts; i++) {
                register(people, claims.patient(i));
            }
        }
        return files.toArray(byte[][]::new);
    }

    private static void register(People people, InventedPatient patient) {
        switch ((int) (patient.index() % 8)) {
            case 0, 1 -> people.with(own(patient, patient.id(), Optional.empty(), Optional.empty(), Optional.empty()));
            case 2 ->
                people.with(own(patient, branch(patient.id()), Optional.empty(), Optional.empty(), Optional.empty()));
            case 3 -> people.with(lost(patient, FIRST), next(patient, FIRST));
            case 4 -> people.with(lost(patient, MIDDLE), next(patient, MIDDLE));
            case 5 -> people.with(lost(patient, FIRST));
            case 6 ->
                people.with(own(
                        patient,
                        patient.id(),
                        Optional.of(FIRST),
                        Optional.of(patient.index() % 16 == 6 ? LossReason.DEATH : LossReason.OTHER),
                        Optional.of(LocalDate.of(2026, 3, 31))));
            default -> {}
        }
    }

    private static Stay lost(InventedPatient patient, LocalDate day) {
        return own(patient, patient.id(), Optional.of(day), Optional.of(LossReason.OTHER_COVERAGE), Optional.empty());
    }

    private static InsuredId branch(InsuredId id) {
        return new InsuredId(id.insurer(), id.symbol(), id.number(), id.branch().map(any -> "07"));
    }

    /** The next insurer: of the other body where there is one. */
    private static Stay next(InventedPatient patient, LocalDate from) {
        String other = patient.id().branch().isEmpty()
                ? "39139993"
                : patient.id().insurer().digits().length() == 6 ? "06139992" : "139998";
        InsuredId id = People.id(
                other,
                patient.id().branch().isEmpty() ? "" : "99",
                Long.toString(50_000_000 + patient.index()),
                patient.id().branch().orElse(""));
        return stay(patient, id, from, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Stay own(
            InventedPatient patient,
            InsuredId id,
            Optional<LocalDate> until,
            Optional<LossReason> why,
            Optional<LocalDate> collected) {
        return stay(patient, id, People.LONG_AGO, until, why, collected);
    }

    private static Stay stay(
            InventedPatient patient,
            InsuredId id,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<LossReason> why,
            Optional<LocalDate> collected) {
        return People.stay(
                id,
                from,
                until,
                why,
                collected,
                patient.birth(),
                patient.kana(),
                patient.dependent() ? Relation.DEPENDENT : Relation.INSURED);
    }
}
