package madoguchi.declaration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.Sex;
import madoguchi.core.Wareki;

/**
 * 別紙様式 – the form as it is printed: what stands in each place. Blank without a declaration.
 *
 * @param said what is filled in; absent for the blank form
 * @param issued the day of printing, for the margin
 * @param rules the version of the rules, for the margin
 * @param id the declaration's id, for the margin; empty on the blank form
 */
public record Sheet(Optional<Declaration> said, LocalDate issued, String rules, String id) {

    private static final Pattern ERA_DAY = Pattern.compile("(\\D*)(\\d+|元)年(\\d+)月(\\d+)日");

    /** How many characters of the large size stand beside each other. */
    private static final int ONE_LINE = 30;

    /**
     * 和暦の日付 in the parts of the form.
     *
     * @param era 元号; empty before Meiji 6 and where nothing is filled in
     * @param year year of the era
     * @param month month
     * @param day day of the month
     */
    public record Day(String era, String year, String month, String day) {

        private static final Day BLANK = new Day("", "", "", "");

        private static Day of(LocalDate date) {
            Matcher parts = ERA_DAY.matcher(Wareki.format(date));
            return parts.matches() ? new Day(parts.group(1), parts.group(2), parts.group(3), parts.group(4)) : BLANK;
        }
    }

    /** The style class for a text, so that a long one still fits into its place: {@code filled} or {@code filled long}. */
    public static String size(String text) {
        return text.codePointCount(0, text.length()) > ONE_LINE ? "filled long" : "filled";
    }

    /** The day of printing, in full. */
    public String issuedOn() {
        return Wareki.format(issued);
    }

    /** 有効な保険証の交付を受けている. */
    public boolean held() {
        return said.map(declaration -> declaration.insurance().held()).orElse(false);
    }

    /** Whether this box of 保険種別 is ticked. */
    public boolean kind(String box) {
        return on(StatedInsurance::kind).map(kind -> kind.box().equals(box)).orElse(false);
    }

    /** Whether this box of 交付を受けた時期 is ticked. */
    public boolean issued(IssuedWhen when) {
        return on(StatedInsurance::issued).equals(Optional.of(when));
    }

    /** Whether this box of 一部負担金の割合 is ticked. */
    public boolean share(StatedShare share) {
        return on(StatedInsurance::share).equals(Optional.of(share));
    }

    /** 保険者等名称. */
    public String insurerName() {
        return on(StatedInsurance::insurerName).orElse("");
    }

    /** 事業所名. */
    public String employerName() {
        return on(StatedInsurance::employerName).orElse("");
    }

    /** 氏名. */
    public String name() {
        return onCard(CardFace::name).orElse("");
    }

    /** フリガナ. */
    public String kana() {
        return onCard(CardFace::kana).orElse("");
    }

    /** 生年月日. */
    public Day birth() {
        return onCard(CardFace::birth).map(Day::of).orElse(Day.BLANK);
    }

    /** Whether this box of 性別 is ticked. */
    public boolean sex(Sex sex) {
        return onCard(CardFace::sex).equals(Optional.of(sex));
    }

    /** 住所. */
    public String address() {
        return onCard(CardFace::address).orElse("");
    }

    /** 券面以外の住所. */
    public String otherAddress() {
        return onCard(CardFace::otherAddress).orElse("");
    }

    /** 記入日. */
    public Day day() {
        return said.flatMap(Declaration::day).map(Day::of).orElse(Day.BLANK);
    }

    /** 署名. */
    public String signer() {
        return said.flatMap(declaration -> declaration.signature().signer()).orElse("");
    }

    /** 患者との関係. */
    public String relation() {
        return said.flatMap(declaration -> declaration.signature().relation()).orElse("");
    }

    /** 連絡先電話番号. */
    public String phone() {
        return said.flatMap(Declaration::phone).orElse("");
    }

    private <T> Optional<T> on(Function<StatedInsurance, Optional<T>> field) {
        return said.map(Declaration::insurance).flatMap(field);
    }

    private <T> Optional<T> onCard(Function<CardFace, Optional<T>> field) {
        return said.map(Declaration::card).flatMap(field);
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "Sheet[" + id + "]";
    }
}
