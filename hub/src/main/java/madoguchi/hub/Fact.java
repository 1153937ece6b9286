package madoguchi.hub;

import java.time.Instant;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;

/**
 * 資格の事実 – what an insurer said about one coverage of one person.
 *
 * @param id order of recording
 * @param recordedAt 登録日時
 * @param person the person, by the hub's internal id
 * @param name what names the coverage: two facts with the same name speak about the same coverage, and the later one counts
 * @param withdrawn 取消 – the coverage was registered in error
 * @param suppressed 不開示 – the person's data must stay hidden
 * @param coverage what was said, all fields
 */
record Fact(
        long id,
        Instant recordedAt,
        long person,
        String name,
        boolean withdrawn,
        boolean suppressed,
        Coverage coverage) {

    /** 医療扶助. */
    boolean isAssistance() {
        return coverage.kind() == CoverageClass.MEDICAL_ASSISTANCE;
    }
}
