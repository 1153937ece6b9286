package madoguchi.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Sex;

/** An invented patient whose name other programs lose, and the sheet as a clerk types it. */
final class Sample {

    static final Instant MORNING = Instant.parse("2026-11-21T00:30:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    static final String VISIT = "7a1c0000-0000-4000-8000-00000000000a";

    static final CardFace CARD = new CardFace(
            Optional.of("髙﨑　𠮷子"),
            Optional.of("タカサキ　ヨシコ"),
            Optional.of(LocalDate.of(1987, 4, 12)),
            Optional.of(Sex.FEMALE),
            Optional.of("架空県架空区旧町1-2-3　みなと架空ハイツ 405"),
            Optional.of("架空県見本市新町6-7"));

    static final Declaration YOSHIKO = new Declaration(
            new StatedInsurance(
                    true,
                    Optional.of(InsuranceKind.EMPLOYEES),
                    Optional.of("見本産業健康保険組合"),
                    Optional.of("株式会社見本産業　架空工場"),
                    Optional.of(IssuedWhen.WITHIN_A_MONTH),
                    Optional.of(StatedShare.THIRTY)),
            CARD,
            Optional.of(DAY),
            new Signature(Optional.of("髙﨑　一郎"), true, Optional.of("夫")),
            Optional.of("090-0000-1234"));

    private Sample() {}

    /** {@link #YOSHIKO} as typed; the map may be changed. */
    static Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        List.of(
                        "has-insurance=on",
                        "insurance-kind=employees",
                        "insurer-name=見本産業健康保険組合",
                        "employer=株式会社見本産業　架空工場",
                        "issued-when=within-a-month",
                        "copayment-rate=thirty",
                        "name=髙﨑　𠮷子",
                        "kana=タカサキ　ヨシコ",
                        "birth-date=S62.4.12",
                        "sex=2",
                        "address=架空県架空区旧町1-2-3　みなと架空ハイツ 405",
                        "other-address=架空県見本市新町6-7",
                        "date=令和8年11月21日",
                        "signature=髙﨑　一郎",
                        "by-another=on",
                        "relation=夫",
                        "phone=０９０−００００−１２３４",
                        "entered=from-paper")
                .forEach(field ->
                        typed.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1)));
        return typed;
    }
}
