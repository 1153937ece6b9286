package madoguchi.review;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Typed;
import madoguchi.settle.Bill;
import madoguchi.settle.Outcome;
import madoguchi.uke.Body;
import madoguchi.uke.FileKind;
import madoguchi.uke.Line;
import madoguchi.uke.Receipt;

/** 一つのファイルの行き先 – where the receipts of one file go. */
final class Outgoing {

    private final RunStore.Waiting file;
    private final YearMonth month;
    private final LocalDate issued;
    private final String reception;
    private final Results results;
    private final String letter;
    private final List<LetterRow> rows = new ArrayList<>();
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private Optional<Line> head = Optional.empty();
    private long told;

    /**
     * Begins a file, or goes on with it.
     *
     * @param month 請求年月
     * @param issued 発行日 of the letter
     * @param from the mark in the middle of this file; empty when it begins
     */
    Outgoing(YearMonth month, LocalDate issued, RunStore.Waiting file, Optional<Mark.Within> from, Results results)
            throws IOException {
        this.month = month;
        this.issued = issued;
        this.file = file;
        this.reception = Reception.of(Optional.of(month), file.id());
        this.results = results;
        this.letter = "letters/" + file.facility() + "/" + reception;
        if (from.isPresent()) {
            outcomes.putAll(from.get().outcomes());
            told = from.get().told();
        }
        if (told > 0) {
            try (Reader written = results.read(letter + ".csv")) {
                rows.addAll(LetterRow.read(written, Letter.MOST));
            }
        }
    }

    /** Lines of the letter so far. */
    long told() {
        return told;
    }

    /** How its receipts came out so far. */
    Map<Outcome, Long> outcomes() {
        return outcomes;
    }

    /** The first line of the file, before any receipt of it. */
    void head(Line line) {
        head = Optional.of(line);
    }

    /** Puts a receipt where it goes, and into the letter. */
    void put(Settled settled) throws IOException {
        Outcome outcome = settled.disposition().rule().outcome();
        outcomes.merge(outcome, 1L, Long::sum);
        for (Bill bill : settled.disposition().bills()) {
            bill(outcome, bill);
        }
        if (outcome.isReturned()) {
            put(
                    "returns/" + file.facility() + "/" + reception + "/"
                            + returnedName(settled.receipt().kind()),
                    file.body(),
                    settled.receipt());
        }
        if (LetterRow.isTold(outcome)) {
            tell(settled);
        }
    }

    private void bill(Outcome outcome, Bill bill) throws IOException {
        String name = bill.receipt().kind().fileName();
        if (outcome == Outcome.PASSED_ON) {
            put("adjustment/" + file.body().code() + "/" + name, file.body(), bill.receipt());
            return;
        }
        Body body = bill.insured().map(id -> Routing.body(id.insurer())).orElse(file.body());
        String payer = bill.insured()
                .map(id -> id.insurer().digits())
                .or(() -> Routing.publicPayer(bill.receipt()))
                .filter(Outgoing::isPayer)
                .orElse("unknown");
        put("payers/" + body.code() + "/" + payer + "/" + name, body, bill.receipt());
    }

    private void put(String path, Body body, Receipt receipt) throws IOException {
        results.put(path, head.orElseThrow(), body.code(), receipt);
    }

    /** The official name is known for medical files only ({@code claims-uke.md} §1); the others are made alike. */
    private static String returnedName(FileKind kind) {
        return kind.fileName().replace(".UKE", ".HEN");
    }

    private void tell(Settled settled) throws IOException {
        for (LetterRow row : LetterRow.of(reception, month, settled)) {
            if (told == 0) {
                results.text(letter + ".csv", '\uFEFF' + LetterRow.csv(LetterRow.COLUMNS));
            }
            told++;
            results.text(letter + ".csv", row.csv());
            if (rows.size() < Letter.MOST) {
                rows.add(row);
            }
        }
    }

    /** The letter as PDF, behind the last receipt; nothing where nothing is told. */
    void letter() throws IOException {
        if (told > 0) {
            results.whole(
                    letter + ".pdf",
                    LetterPaper.pdf(new Letter(
                            reception,
                            month,
                            file.facility(),
                            file.body(),
                            file.origin(),
                            issued,
                            outcomes,
                            rows,
                            told)));
        }
    }

    /** Six to eight digits: what may be the name of a folder. By hand: a pattern costs more than all else that is done to find the place. */
    private static boolean isPayer(String text) {
        return text.length() >= 6 && text.length() <= 8 && Typed.isDigits(text);
    }
}
