package madoguchi.subsidy;

import java.time.Duration;
import java.util.Optional;

/** 機械の呼び手 – who calls the interface for municipalities, or why nobody is let in. */
sealed interface ApiCaller {

    /**
     * 自治体.
     *
     * @param code whose records and tasks these are, and no others
     * @param by how it showed who it is, as it stands in the log: {@code certificate} or {@code token 7}
     */
    record Municipality(MunicipalityCode code, String by) implements ApiCaller {}

    /**
     * 断る.
     *
     * @param after how long to wait, where waiting helps
     */
    record Refused(ApiRefusal why, Optional<Duration> after) implements ApiCaller {}

    /** Refused, and waiting does not help. */
    static ApiCaller refused(ApiRefusal why) {
        return new Refused(why, Optional.empty());
    }
}
