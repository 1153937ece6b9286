package madoguchi.uke;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.Sex;

/** レセプト共通（RE） – the patient and what kind of receipt it is ({@code claims-uke.md} §2–§4). */
public record RE(Line line) implements UkeRecord {

    /** レセプト番号; counts over all volumes. */
    public OptionalInt number() {
        return line.number(Item.RECEIPT_NUMBER);
    }

    /** レセプト種別; empty when the table has no such type. */
    public Optional<ReceiptType> type() {
        return ReceiptType.parse(line.text(Item.RECEIPT_TYPE));
    }

    /** 診療年月・調剤年月. */
    public Optional<YearMonth> month() {
        return UkeDate.month(line.text(Item.SERVICE_MONTH));
    }

    /** 氏名, as written; ● stays ●. */
    public String name() {
        return line.text(Item.NAME);
    }

    /** カタカナ氏名, as written; often empty. */
    public String kana() {
        return line.text(Item.KANA);
    }

    /** 男女区分. */
    public Optional<Sex> sex() {
        return switch (line.sign(Item.SEX)) {
            case '1' -> Optional.of(Sex.MALE);
            case '2' -> Optional.of(Sex.FEMALE);
            default -> Optional.empty();
        };
    }

    /** 生年月日. */
    public Optional<LocalDate> birth() {
        return UkeDate.day(line.text(Item.BIRTH));
    }

    /** 給付割合, percent; told only where it must be. */
    public OptionalInt benefitRate() {
        return line.number(Item.BENEFIT_RATE);
    }

    /** 入院年月日; inpatients only. */
    public Optional<LocalDate> admission() {
        return UkeDate.day(line.text(Item.ADMISSION));
    }

    /** 標準負担額区分. */
    public Optional<StandardShare> standardShare() {
        return Code.find(StandardShare.class, line.text(Item.STANDARD_SHARE));
    }

    /** レセプト特記事項 – the two-digit codes, in order. */
    public List<String> specialRemarks() {
        String text = line.text(Item.SPECIAL_REMARKS);
        List<String> codes = new ArrayList<>();
        for (int at = 0; at + 2 <= text.length(); at += 2) {
            codes.add(text.substring(at, at + 2));
        }
        return List.copyOf(codes);
    }

    /** カルテ番号等 – the facility's own number of the patient (調剤: 調剤録番号等). */
    public String chart() {
        return line.text(Item.CHART);
    }

    /** 検索番号; in returned or repeated claims only. */
    public String searchNumber() {
        return line.text(Item.SEARCH_NUMBER);
    }
}
