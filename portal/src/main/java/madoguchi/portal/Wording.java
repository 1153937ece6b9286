package madoguchi.portal;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import madoguchi.policy.Policy;
import madoguchi.policy.Rule;
import madoguchi.policy.Table;

/** 画面の文言 – the sentence that a screen shows on a day, by the rules in force (table {@code wording}). */
final class Wording {

    private final Supplier<Policy> rules;

    Wording(Supplier<Policy> rules) {
        this.rules = rules;
    }

    /** 健康保険証の画面. */
    Rule health(LocalDate day) {
        return of(day, "health-insurance");
    }

    /** 医療受給者証の画面. */
    Rule recipient(LocalDate day) {
        return of(day, "recipient-certificate");
    }

    private Rule of(LocalDate day, String screen) {
        Table table = rules.get().book().table("wording");
        return table.decide(day, table.read(Map.of("screen", screen)).orElseThrow());
    }
}
