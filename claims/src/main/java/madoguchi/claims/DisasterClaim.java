package madoguchi.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.uke.Item;
import madoguchi.uke.Receipt;
import madoguchi.uke.RecordId;

/**
 * 災害のときの請求 – a receipt whose number, or whose insurer too, got lost in a disaster ({@code claims-uke.md} §7). Whether the measure applies, an official notice says; which special remark
 * (96, 97) is written stays with the clerk. One row of {@code disaster.csv}.
 */
public final class DisasterClaim {

    private final String[] row;

    private DisasterClaim(String[] row) {
        this.row = row;
    }

    /** The way of {@link Mending#DISASTER_NUMBER} or {@link Mending#DISASTER_INSURER}; throws {@link IllegalArgumentException} for another form. */
    public static DisasterClaim of(Mending form) {
        try (InputStream file = Objects.requireNonNull(DisasterClaim.class.getResourceAsStream("disaster.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\\|", -1))
                    .filter(cells -> cells[0].equals(form.name()))
                    .map(DisasterClaim::new)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no disaster form"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Makes the receipt.
     *
     * @param receipt of the claims computer
     * @param said address or employer, and telephone, where the insurer is unknown
     * @return every missing item
     */
    public Parsed<Receipt> of(Receipt receipt, Optional<Statement> said) {
        Optional<String> place = said.flatMap(one -> one.address().or(one::employer));
        Optional<String> phone = said.flatMap(Statement::phone);
        List<Problem> problems = new ArrayList<>();
        if (!row[5].isEmpty() && place.isEmpty()) {
            problems.add(Problem.at("address", "住所か事業所名が要ります。", "Address or employer is needed."));
        }
        if (!row[5].isEmpty() && phone.isEmpty()) {
            problems.add(Problem.at("contact", "連絡先が要ります。", "A telephone number is needed."));
        }
        return problems.isEmpty()
                ? Parsed.of(built(
                        receipt, Stream.concat(place.stream(), phone.stream()).toList()))
                : new Parsed.Faults<>(problems);
    }

    private Receipt built(Receipt receipt, List<String> texts) {
        List<Correction> changes = new ArrayList<>(List.of(Correction.of(receipt, RecordId.SN, Item.BRANCH, "")));
        if (!row[1].isEmpty()) {
            changes.add(Correction.of(receipt, RecordId.HO, Item.INSURER, row[1]));
        }
        if (row[2].equals("empty")) {
            changes.add(Correction.of(receipt, RecordId.HO, Item.SYMBOL, ""));
        }
        if (!row[3].isEmpty()) {
            changes.add(Correction.of(receipt, RecordId.HO, Item.NUMBER, row[3]));
        }
        Receipt made = receipt;
        for (Correction change : changes) {
            made = change.applied(made);
        }
        Head head = new Head(receipt);
        if (!row[4].isEmpty()) {
            head.and(row[4], "");
        }
        if (!row[5].isEmpty()) {
            texts.forEach(text -> head.and(row[5], FullWidth.of(text)));
        }
        return head.on(made);
    }
}
