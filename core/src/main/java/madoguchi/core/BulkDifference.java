package madoguchi.core;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** 変わった項目 – in what an answer differs from the last one that the same facility was given for the same question. Told from the two answers alone, so it tells no more than they did. */
public enum BulkDifference {
    /** 資格の有効性. */
    STATE("資格の有効性", "validity", coverage -> ""),
    /** 保険者. */
    INSURER("保険者", "insurer", coverage -> List.of(coverage.id().insurer(), coverage.kind(), coverage.insurerName())),
    /** 記号・番号・枝番. */
    NUMBER(
            "記号・番号・枝番",
            "symbol, number, branch",
            coverage -> List.of(coverage.id().symbol(), coverage.id().number(), coverage.id().branch())),
    /** 負担割合. */
    SHARE("負担割合", "share", coverage -> List.of(coverage.rate(), coverage.elderly(), coverage.preschool())),
    /** 資格・有効期間. */
    PERIOD(
            "資格・有効期間",
            "dates",
            coverage -> List.of(
                    coverage.qualified(), coverage.cardValid(), coverage.issued(), coverage.lossReason())),
    /** 氏名・住所など. */
    PERSON(
            "氏名・住所など",
            "name, address",
            coverage -> List.of(coverage.holder(), coverage.insuredName(), coverage.relation())),
    /** 特定疾病・医療券. */
    CERTIFICATES("特定疾病・医療券", "specific disease, ticket", coverage -> List.of(coverage.diseases(), coverage.tickets())),
    /** 限度額. */
    LIMIT("限度額", "limit", Coverage::limit);

    private final Text label;
    private final Function<Coverage, Object> part;

    BulkDifference(String ja, String en, Function<Coverage, Object> part) {
        this.label = new Text(ja, en);
        this.part = part;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }

    /**
     * In what two answers differ, in the order of the constants; a coverage that only one of them shows is a difference of {@link #STATE} alone.
     *
     * @param limits whether both times there was consent to the limit
     */
    public static List<BulkDifference> between(Answer before, Answer now, boolean limits) {
        Optional<Coverage> old = before.coverages().stream().findFirst();
        Optional<Coverage> present = now.coverages().stream().findFirst();
        return Stream.of(values())
                .filter(kind -> kind != LIMIT || limits)
                .filter(kind -> kind == STATE
                        ? before.getClass() != now.getClass() || old.isPresent() != present.isPresent()
                        : old.isPresent()
                                && present.isPresent()
                                && !Objects.equals(kind.part.apply(old.get()), kind.part.apply(present.get())))
                .toList();
    }
}
