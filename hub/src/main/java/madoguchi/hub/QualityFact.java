package madoguchi.hub;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Coverage;
import madoguchi.core.InsurerNumber;
import madoguchi.core.Period;
import madoguchi.core.Relation;
import madoguchi.core.Text;

/**
 * 所見のもとの事実 – what an operator or auditor may see of a fact: whose it is stays an internal number.
 *
 * @param id its number
 * @param recordedAt 登録日時
 * @param person internal number of the person
 * @param insurer 保険者
 * @param relation 本人・家族の別; absent where the scheme has none
 * @param kind 被保険者証区分
 * @param qualified 資格取得年月日 until 資格喪失年月日
 * @param withdrawn 取消
 */
public record QualityFact(
        long id,
        Instant recordedAt,
        long person,
        InsurerNumber insurer,
        Optional<Text> relation,
        Text kind,
        Optional<Period> qualified,
        boolean withdrawn) {

    static QualityFact of(Fact fact) {
        Coverage coverage = fact.coverage();
        return new QualityFact(
                fact.id(),
                fact.recordedAt(),
                fact.person(),
                coverage.id().insurer(),
                coverage.relation().map(Relation::label),
                coverage.kind().label(),
                coverage.qualified(),
                fact.withdrawn());
    }
}
