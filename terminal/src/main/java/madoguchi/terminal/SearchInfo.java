package madoguchi.terminal;

import static madoguchi.terminal.Tag.BIRTH;
import static madoguchi.terminal.Tag.BRANCH;
import static madoguchi.terminal.Tag.INSURER;
import static madoguchi.terminal.Tag.LIMIT_CONSENT;
import static madoguchi.terminal.Tag.NUMBER;
import static madoguchi.terminal.Tag.PERSON_IDENTIFIER;
import static madoguchi.terminal.Tag.SEARCH;
import static madoguchi.terminal.Tag.SYMBOL;

import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.InsuredId;
import madoguchi.core.Parsed;
import madoguchi.terminal.Fields.Form;

/** 資格確認照会用情報の読み書き ({@code oqs-interface.md} §2, 4.1 to 4.7). */
final class SearchInfo {

    private static final Function<String, Optional<String>> PART = Wire.upTo(20);

    private SearchInfo() {}

    /** The four parts of the number and the rest, with every fault. */
    static Parsed<Search> read(Fields fields) {
        var insurer = fields.need(INSURER, Wire::insurer, Form.INSURER);
        var symbol = fields.may(SYMBOL, PART, Form.UP_TO_20);
        var number = fields.need(NUMBER, PART, Form.UP_TO_20);
        var branch = fields.may(BRANCH, text -> Wire.digits(text, 2), Form.BRANCH);
        var birth = fields.need(BIRTH, Wire::day, Form.DAY);
        var consent = fields.need(LIMIT_CONSENT, Wire::flag, Form.FLAG);
        var person = fields.text(PERSON_IDENTIFIER);
        var problems = Parsed.problems(insurer, symbol, number, branch, birth, consent);
        return problems.isEmpty()
                ? Parsed.of(new Search(
                        new InsuredId(
                                insurer.orElseThrow(),
                                symbol.orElseThrow(),
                                number.orElseThrow(),
                                branch.orElseThrow()),
                        birth.orElseThrow(),
                        consent.orElseThrow(),
                        person))
                : new Parsed.Faults<>(problems);
    }

    static void write(XmlText xml, Search search) {
        xml.group(SEARCH, () -> {
            id(xml, search.insured());
            xml.leaf(BIRTH, Wire.written(search.birth()))
                    .leaf(LIMIT_CONSENT, search.limitConsent() ? "1" : "0")
                    .leaf(PERSON_IDENTIFIER, search.personIdentifier());
        });
    }

    /** 保険者番号・記号・番号・枝番, as in a request and in a result. */
    static void id(XmlText xml, InsuredId id) {
        xml.leaf(INSURER, id.insurer().paddedWithSpaces())
                .leaf(SYMBOL, id.symbol())
                .leaf(NUMBER, id.number())
                .leaf(BRANCH, id.branch());
    }
}
