package madoguchi.review;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import madoguchi.core.InsurerNumber;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Problem;
import madoguchi.review.Acknowledgement.State;
import madoguchi.uke.ClaimCheck;
import madoguchi.uke.ClaimReader;

/*
 * The bytes go to disk first, with their digest. Then, in one transaction: a file whose digest this sender has sent before gets the acknowledgement of that time; any other is read receipt by receipt, what can be
 * taken is written down in portions, and the file's own row last. What refuses a file may stand at its end, so the receipts of a refused file are rolled back. The bytes get their place before the transaction is
 * committed: whoever has an acknowledgement has the file on disk. A process that dies in between leaves bytes without a row, which the same file, sent again, takes over.
 */

/** 受付 – takes claim files of any size, in bounded memory. */
final class Intake {

    private static final int PORTION = 2_000;

    private final IntakeStore store;
    private final Shelf shelf;
    private final Clock clock;

    Intake(IntakeStore store, Shelf shelf, Clock clock) {
        this.store = store;
        this.shelf = shelf;
        this.clock = clock;
    }

    Acknowledgement take(InputStream in, Optional<MedicalInstitutionCode> sender, LongConsumer progress)
            throws IOException {
        return take(
                in, Origin.FACILITY, sender.map(MedicalInstitutionCode::digits).orElse(""), sender, progress);
    }

    /** Receipts that an insurer sends back. */
    Acknowledgement raised(InputStream in, InsurerNumber by, LongConsumer progress) throws IOException {
        return take(in, Origin.INSURER, by.digits(), Optional.empty(), progress);
    }

    private Acknowledgement take(
            InputStream in, Origin origin, String by, Optional<MedicalInstitutionCode> facility, LongConsumer progress)
            throws IOException {
        try (Shelf.Incoming incoming = shelf.receive(in)) {
            return store.alone(() -> store.known(incoming.sha256(), by)
                    .orElseGet(() -> new Reading(incoming, origin, facility, progress).taken(by)));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** 一つのファイルの受付. */
    private final class Reading {

        private final Shelf.Incoming incoming;
        private final Origin origin;
        private final LongConsumer progress;
        private final Examination examination;
        private final long id = store.reception();
        private List<Verdict> portion = new ArrayList<>();
        private final List<Problem> repeats = new ArrayList<>();
        private long accepted;
        private long broken;
        private long repeated;
        private long points;
        private long receipts;

        Reading(
                Shelf.Incoming incoming,
                Origin origin,
                Optional<MedicalInstitutionCode> facility,
                LongConsumer progress) {
            this.origin = origin;
            this.incoming = incoming;
            this.progress = progress;
            this.examination = new Examination(origin, facility, this::judged);
        }

        Acknowledgement taken(String sender) {
            boolean taken = store.unless(() -> {
                receipts = read().receipts();
                return examination.refusals().isEmpty() && accepted > 0;
            });
            State state = !taken ? State.REFUSED : broken + repeated == 0 ? State.ACCEPTED : State.PARTLY;
            Acknowledgement told = told(state, why());
            try {
                if (told.state() != State.REFUSED) {
                    shelf.keep(incoming);
                }
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
            store.add(told, sender, origin, examination.body(), incoming.bytes());
            return told;
        }

        private List<Problem> why() {
            return joined(examination.refusals(), joined(examination.aside(), repeats));
        }

        private Acknowledgement told(State state, List<Problem> problems) {
            boolean refused = state == State.REFUSED;
            return new Acknowledgement(
                    id,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    state,
                    incoming.sha256(),
                    examination.facility(),
                    examination.claimMonth(),
                    examination.kind(),
                    receipts,
                    refused ? 0 : accepted,
                    broken,
                    repeated,
                    refused ? 0 : points,
                    problems);
        }

        private ClaimCheck.Summary read() {
            try (InputStream file = new BufferedInputStream(Files.newInputStream(incoming.path()))) {
                ClaimReader reader = new ClaimReader(file);
                while (reader.hasNext()) {
                    examination.accept(reader.next());
                    if (portion.size() >= PORTION) {
                        write();
                        progress.accept(reader.position());
                    }
                }
                write();
                return examination.end();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private void judged(Verdict verdict) {
            portion.add(verdict);
        }

        private void write() {
            Map<String, Long> before = new HashMap<>(store.accepted(portion));
            List<Verdict> good = new ArrayList<>();
            List<IntakeStore.Aside> aside = new ArrayList<>();
            for (Verdict verdict : portion) {
                Optional<Long> repeats = Optional.ofNullable(before.putIfAbsent(verdict.digest(), id));
                if (verdict.isBroken()) {
                    broken++;
                    aside.add(new IntakeStore.Aside(verdict, Optional.empty()));
                } else if (repeats.isPresent()) {
                    repeated++;
                    aside.add(new IntakeStore.Aside(verdict, repeats));
                    tell(verdict, repeats.get());
                } else {
                    accepted++;
                    points += verdict.points();
                    good.add(verdict);
                }
            }
            store.addAccepted(id, good);
            store.addAside(id, aside);
            portion = new ArrayList<>();
        }

        private void tell(Verdict verdict, long before) {
            if (repeats.size() < Acknowledgement.MOST) {
                repeats.add(Problem.at(
                        "レセプト" + verdict.receipt().ordinal(),
                        before == id ? "同じレセプトが、このファイルの前の方にあります。" : "同じレセプトを前に受け付けています（受付 " + before + "）。",
                        before == id
                                ? "The same receipt stands in this file before."
                                : "The same receipt was taken before (reception " + before + ")."));
            }
        }

        private static List<Problem> joined(List<Problem> one, List<Problem> other) {
            List<Problem> all = new ArrayList<>(one);
            all.addAll(other);
            return all.subList(0, Math.min(all.size(), Acknowledgement.MOST));
        }
    }
}
