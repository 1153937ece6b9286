package madoguchi.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Sex;
import madoguchi.core.Text;

/**
 * 保管中の申立書の画面.
 *
 * @param kept the declaration
 * @param gaps what is empty and asked for, by the rules of the day it was received
 * @param ageDays how long it has been kept
 */
public record KeptView(Kept kept, List<Gap> gaps, long ageDays) {

    /**
     * 一行.
     *
     * @param field the field
     * @param value what it says; empty when nothing
     */
    public record Line(DeclarationField field, Text value) {}

    /** Copies the list. */
    public KeptView {
        gaps = List.copyOf(gaps);
    }

    static KeptView of(Kept kept, FieldRules rules, LocalDate today) {
        return new KeptView(kept, said(kept).gaps(rules, kept.receivedDay()), kept.ageDays(today));
    }

    private static Declaration said(Kept kept) {
        return kept.latest().said();
    }

    /** The name, or its reading, or nothing. */
    public String who() {
        return said(kept).card().name().or(() -> said(kept).card().kana()).orElse("");
    }

    /** 保険種別. */
    public Text kind() {
        return value(DeclarationField.INSURANCE_KIND);
    }

    /** Every field of the form, in its order. */
    public List<Line> lines() {
        return Stream.of(DeclarationField.values())
                .map(field -> new Line(field, value(field)))
                .toList();
    }

    private Text value(DeclarationField field) {
        Declaration said = said(kept);
        StatedInsurance insurance = said.insurance();
        CardFace card = said.card();
        return switch (field) {
            case HAS_INSURANCE ->
                insurance.held() ? new Text("有効な保険証の交付を受けている", "holds valid proof of insurance") : Text.same("");
            case INSURANCE_KIND -> label(insurance.kind());
            case INSURER_NAME -> words(insurance.insurerName());
            case EMPLOYER -> words(insurance.employerName());
            case ISSUED_WHEN -> label(insurance.issued());
            case COPAYMENT_RATE -> label(insurance.share());
            case NAME -> words(card.name());
            case KANA -> words(card.kana());
            case BIRTH_DATE ->
                card.birth().map(day -> Days.birth(day, kept.receivedDay())).orElse(Text.same(""));
            case SEX -> card.sex().map(Sex::label).orElse(Text.same(""));
            case ADDRESS -> words(card.address());
            case OTHER_ADDRESS -> words(card.otherAddress());
            case DATE -> said.day().map(Days::era).orElse(Text.same(""));
            case SIGNATURE -> words(said.signature().signer());
            case RELATION -> words(said.signature().relation());
            case PHONE -> words(said.phone());
        };
    }

    private static Text words(Optional<String> words) {
        return Text.same(words.orElse(""));
    }

    private static Text label(Optional<? extends Choice> choice) {
        return choice.map(Choice::label).orElse(Text.same(""));
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "KeptView[" + kept.id() + "]";
    }
}
