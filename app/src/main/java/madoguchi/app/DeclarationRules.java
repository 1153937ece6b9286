package madoguchi.app;

import java.time.LocalDate;
import java.util.Map;
import madoguchi.declaration.AgeGroup;
import madoguchi.declaration.DeclarationField;
import madoguchi.declaration.FieldRules;
import madoguchi.declaration.InsuranceKind;
import madoguchi.declaration.Requirement;
import madoguchi.declaration.Signer;
import madoguchi.policy.Rule;
import madoguchi.policy.RuleBook;
import madoguchi.policy.Table;

/** 申立書の欄の規則 – asks the rule table {@value #TABLE}; its words are those of the declaration. */
final class DeclarationRules implements FieldRules {

    static final String TABLE = "declaration-field";

    private final Table table;

    DeclarationRules(RuleBook book) {
        table = book.table(TABLE);
    }

    @Override
    public Requirement of(LocalDate day, DeclarationField field, InsuranceKind kind, AgeGroup age, Signer signer) {
        Map<String, String> words = Map.of(
                "field", field.word(), "insurance-kind", kind.word(), "age-group", age.word(), "signer", signer.word());
        Rule rule = table.decide(day, table.read(words).orElseThrow());
        return new Requirement(level(rule.verdict()), rule.then().next(), rule.id());
    }

    private static Requirement.Level level(String verdict) {
        return switch (verdict) {
            case "required" -> Requirement.Level.REQUIRED;
            case "asked" -> Requirement.Level.ASKED;
            case "not-needed" -> Requirement.Level.NOT_NEEDED;
            default -> throw new IllegalStateException("the table " + TABLE + " has a verdict \"" + verdict + "\"");
        };
    }
}
