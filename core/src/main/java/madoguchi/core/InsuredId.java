package madoguchi.core;

import java.util.Optional;

/**
 * 被保険者等記号・番号等 – what names one insured person at one insurer.
 *
 * @param insurer 保険者番号
 * @param symbol 記号, up to 20 characters, kept as registered (may hold kanji, full width, hyphens); absent for 後期高齢者医療 and 医療扶助
 * @param number 番号 (医療扶助: 受給者番号), 1 to 20 characters, leading zeros kept
 * @param branch 枝番, two digits; {@code 00} is legal; absent for 後期高齢者医療 and 公費
 */
public record InsuredId(InsurerNumber insurer, Optional<String> symbol, String number, Optional<String> branch) {

    private static final int LONGEST = 20;

    /** Throws {@link IllegalArgumentException} on a blank or over-long part or a branch that is not two digits. */
    public InsuredId {
        if (number.isBlank() || number.length() > LONGEST) {
            throw new IllegalArgumentException("the number has 1 to 20 characters");
        }
        if (symbol.isPresent() && (symbol.get().isBlank() || symbol.get().length() > LONGEST)) {
            throw new IllegalArgumentException("a symbol has 1 to 20 characters");
        }
        if (branch.isPresent() && !(branch.get().length() == 2 && Typed.isDigits(branch.get()))) {
            throw new IllegalArgumentException("a branch number has two digits");
        }
    }

    /**
     * Reads the four parts as typed; blank symbol or branch means absent, a one-digit branch gets its zero.
     *
     * @return every fault of the four parts at once
     */
    public static Parsed<InsuredId> parse(String insurer, String symbol, String number, String branch) {
        Parsed<InsurerNumber> parsedInsurer = InsurerNumber.parse("insurer", insurer);
        Parsed<Optional<String>> parsedSymbol = part("symbol", symbol);
        Parsed<Optional<String>> parsedNumber = part("number", number).then(InsuredId::present);
        Parsed<Optional<String>> parsedBranch = parseBranch(branch);
        var problems = Parsed.problems(parsedInsurer, parsedSymbol, parsedNumber, parsedBranch);
        if (!problems.isEmpty()) {
            return new Parsed.Faults<>(problems);
        }
        return Parsed.of(new InsuredId(
                parsedInsurer.orElseThrow(),
                parsedSymbol.orElseThrow(),
                parsedNumber.orElseThrow().orElseThrow(),
                parsedBranch.orElseThrow()));
    }

    private static Parsed<Optional<String>> part(String place, String typed) {
        String stripped = typed.strip();
        if (stripped.length() > LONGEST) {
            return Parsed.fault(place, "20文字以内で入力してください。", "At most 20 characters.");
        }
        return Parsed.of(Optional.of(stripped).filter(text -> !text.isEmpty()));
    }

    private static Parsed<Optional<String>> present(Optional<String> number) {
        return number.isPresent()
                ? Parsed.of(number)
                : Parsed.fault("number", "番号を入力してください。", "Enter the insured person's number.");
    }

    private static Parsed<Optional<String>> parseBranch(String typed) {
        String digits = Typed.key(typed);
        if (digits.isEmpty()) {
            return Parsed.of(Optional.empty());
        }
        if (!Typed.isDigits(digits) || digits.length() > 2) {
            return Parsed.fault(
                    "branch",
                    "枝番は2桁の数字です。なければ空のままにしてください。",
                    "A branch number has two digits; leave it empty if there is none.");
        }
        return Parsed.of(Optional.of(digits.length() == 1 ? "0" + digits : digits));
    }

    /** The symbol without differences of width, space, hyphen and case; empty when absent. */
    public String symbolKey() {
        return symbol.map(Typed::key).orElse("");
    }

    /** The number without differences of width, space, hyphen, case and leading zeros. */
    public String numberKey() {
        return Typed.numberKey(number);
    }

    /** Never prints symbol or number: this value may end in a log line. */
    @Override
    public String toString() {
        return "InsuredId[insurer=" + insurer + "]";
    }
}
