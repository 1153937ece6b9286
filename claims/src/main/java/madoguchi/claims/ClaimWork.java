package madoguchi.claims;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import madoguchi.claims.ClaimFileCheck.Changed;
import madoguchi.claims.ClaimFileCheck.Rewriting;
import madoguchi.core.InsuredId;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.policy.Policy;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.FileKind;
import madoguchi.uke.Item;
import madoguchi.uke.RE;
import madoguchi.uke.Receipt;

/** 請求の仕事 – mends receipts of kept files and remembers how. */
final class ClaimWork {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final ClaimStore store;
    private final ClaimVisits visits;
    private final Supplier<Policy> policy;
    private final Clock clock;

    ClaimWork(ClaimStore store, ClaimVisits visits, Supplier<Policy> policy, Clock clock) {
        this.store = store;
        this.visits = visits;
        this.policy = policy;
        this.clock = clock;
    }

    /** How every receipt that was mended was. */
    Map<Long, Mending> mended(String upload) {
        Map<Long, Mending> how = new HashMap<>();
        store.mended(upload).forEach((receipt, mended) -> how.put(receipt, Mending.valueOf(mended.how())));
        return how;
    }

    /** What the certain corrections of these receipts would change. */
    List<Changed> proposed(Upload upload, List<CheckedReceipt> certain) {
        Map<Long, List<Correction>> corrections = new HashMap<>();
        certain.forEach(receipt -> corrections.put(receipt.ordinal(), receipt.corrections()));
        List<Changed> changes = new ArrayList<>();
        rewritten(upload, ordinal -> Rewriting.by(corrections.getOrDefault(ordinal, List.of())), changes);
        return changes;
    }

    /** Makes the certain corrections of these receipts. */
    void mendCertain(Upload upload, List<CheckedReceipt> certain, String operator) {
        Map<Long, List<Correction>> corrections = new HashMap<>();
        certain.forEach(receipt -> corrections.put(receipt.ordinal(), receipt.corrections()));
        receipts(upload)
                .filter(receipt -> corrections.containsKey(receipt.ordinal()))
                .forEach(receipt -> keep(
                        upload,
                        receipt.ordinal(),
                        Mending.CERTAIN,
                        operator,
                        Rewriting.by(corrections.getOrDefault(receipt.ordinal(), List.of()))
                                .of(receipt)));
    }

    /**
     * Makes one receipt a claim of another form, where the rules allow it; every reason why not.
     *
     * @param said what the patient told in a disaster; without it the declaration of the reception counts
     */
    List<Problem> form(
            Upload upload,
            CheckedReceipt checked,
            Mending form,
            boolean takesSevens,
            Optional<Statement> said,
            String operator) {
        Optional<Receipt> receipt = receipts(upload)
                .filter(one -> one.ordinal() == checked.ordinal())
                .findFirst()
                .map(one -> Optional.ofNullable(store.mended(upload.id()).get(one.ordinal()))
                        .filter(mended -> mended.how().equals(Mending.CERTAIN.name()))
                        .map(mended -> read(upload.kind(), mended.bytes(), one))
                        .orElse(one));
        Optional<ClaimVisit> visit =
                receipt.flatMap(one -> one.re().flatMap(RE::month)).flatMap(month -> visit(month, checked));
        boolean disaster = form == Mending.DISASTER_NUMBER || form == Mending.DISASTER_INSURER;
        if (receipt.isEmpty() || (visit.isEmpty() && !disaster)) {
            return List.of(Problem.at(
                    "reception",
                    "受付の記録がないので作れません。患者と受診日を見直してください。",
                    "There is no reception to make it from. Compare patient and day."));
        }
        Parsed<Receipt> made =
                switch (form) {
                    case DISASTER_NUMBER, DISASTER_INSURER ->
                        DisasterClaim.of(form)
                                .of(receipt.get(), said.or(() -> visit.flatMap(one -> visits.statement(one.id()))));
                    case FORMER -> former(receipt.get(), visit.get());
                    case UNIDENTIFIED ->
                        new UnidentifiedClaim(policy.get(), takesSevens)
                                .of(
                                        receipt.get(),
                                        visit.get(),
                                        visits.statement(visit.get().id()));
                    case CERTAIN ->
                        Parsed.of(Rewriting.by(checked.corrections()).of(receipt.get()));
                };
        if (made instanceof Parsed.Value<Receipt>(var built)) {
            keep(upload, checked.ordinal(), form, operator, built);
        }
        return made.problems();
    }

    private Optional<ClaimVisit> visit(YearMonth month, CheckedReceipt checked) {
        return visits.of(month).stream()
                .filter(visit -> checked.visits().contains(visit.id()))
                .reduce((earlier, later) -> later);
    }

    /* The old number: what the answer lists, else what is on the receipt. */
    private Parsed<Receipt> former(Receipt receipt, ClaimVisit visit) {
        Optional<InsuredId> old = visit.answer().coverages().stream()
                .map(madoguchi.core.Coverage::id)
                .findFirst()
                .or(receipt::insured);
        return old.map(id -> new FormerClaim(policy.get()).of(receipt, visit, id))
                .orElseGet(() -> Parsed.fault("number", "旧資格の番号が分かりません。", "The old number is not known."));
    }

    private void keep(Upload upload, long ordinal, Mending how, String operator, Receipt receipt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            receipt.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        store.mend(upload.id(), ordinal, how.name(), clock.instant(), operator, bytes.toByteArray());
    }

    private Stream<Receipt> receipts(Upload upload) {
        return ClaimReader.receipts(
                new ByteArrayInputStream(store.content(upload.id()).orElse(new byte[0])));
    }

    /** 訂正したファイル – with every receipt as it was mended last; what was changed is added to the list. */
    byte[] corrected(Upload upload, List<Changed> changes) {
        Map<Long, ClaimStore.Mended> mended = store.mended(upload.id());
        return rewritten(
                upload,
                ordinal -> mended.containsKey(ordinal)
                        ? receipt -> read(upload.kind(), mended.get(ordinal).bytes(), receipt)
                        : Rewriting.NONE,
                changes);
    }

    private static Receipt read(FileKind kind, byte[] bytes, Receipt before) {
        return before.withLines(
                new ClaimReader(new ByteArrayInputStream(bytes), kind).next().lines());
    }

    private byte[] rewritten(Upload upload, java.util.function.LongFunction<Rewriting> change, List<Changed> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ClaimFileCheck.rewrite(
                    new ByteArrayInputStream(store.content(upload.id()).orElse(new byte[0])),
                    out,
                    change,
                    changes::add);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The receptions each result is about: those of its month that are known by the claimed number; where that leads nowhere (不詳), those of the receipt in the file that was kept. Reads each month once. */
    Function<ResultLine, List<String>> matching() {
        Map<YearMonth, List<ClaimVisit>> months = new HashMap<>();
        Map<String, Map<String, List<String>>> kept = new HashMap<>();
        return line -> {
            List<String> byNumber = line.claimedId().stream()
                    .flatMap(id -> month(line.serviceMonth()).stream()
                            .flatMap(month -> months.computeIfAbsent(month, visits::of).stream())
                            .filter(visit -> visit.numbers().anyMatch(number -> Numbers.same(number.insured(), id))))
                    .map(ClaimVisit::id)
                    .distinct()
                    .toList();
            return byNumber.isEmpty()
                    ? kept.computeIfAbsent(line.claimMonth(), this::byReceipt)
                            .getOrDefault(key(line.ordinal(), line.chart(), line.receipt()), List.of())
                    : byNumber;
        };
    }

    /** The receptions of every receipt in the kept files of a claim month. */
    private Map<String, List<String>> byReceipt(String claimMonth) {
        Map<String, List<String>> found = new HashMap<>();
        VisitsOfReceipt book = new VisitsOfReceipt(visits);
        kept(claimMonth)
                .flatMap(file -> ClaimReader.receipts(new ByteArrayInputStream(file)))
                .forEach(receipt -> receipt.re()
                        .ifPresent(re -> found.putIfAbsent(
                                key(receipt.ordinal(), re.chart(), re.line().text(Item.RECEIPT_NUMBER)),
                                book.of(receipt).stream().map(ClaimVisit::id).toList())));
        return found;
    }

    private static String key(long ordinal, String chart, String number) {
        return ordinal + "," + number + "," + chart;
    }

    /** The files of a claim month that are still kept, the latest first. */
    private Stream<byte[]> kept(String claimMonth) {
        return store.latest(ClaimStore.KEPT).stream()
                .filter(upload -> !upload.removed()
                        && upload.claimed().map(YearMonth::toString).equals(Optional.of(claimMonth)))
                .flatMap(upload -> store.content(upload.id()).stream());
    }

    /** 再請求 – the kept receipt a result came back for, as a file of its own with the coverage that its reception confirms now; empty where either is missing. */
    Optional<byte[]> reclaim(ResultLine line) {
        YearMonth now = YearMonth.from(clock.instant().atZone(TOKYO));
        return kept(line.claimMonth())
                .flatMap(file -> Reclaim.of(file, line, new VisitsOfReceipt(visits), now).stream())
                .findFirst();
    }

    private static Optional<YearMonth> month(String text) {
        return madoguchi.uke.UkeDate.month(text.replace("-", ""));
    }
}
