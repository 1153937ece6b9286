package madoguchi.hub;

import java.util.Optional;
import madoguchi.core.SubsidyAnswer;

/** 医療費助成の結果 – the outcome of asking for subsidies as the log names it: nothing of a certificate, and for who must stay hidden the same word as for nobody. */
final class SubsidyOutcome {

    private SubsidyOutcome() {}

    /** The name in the log; empty where nobody asked. */
    static Optional<String> logged(SubsidyAnswer told) {
        return switch (told) {
            case SubsidyAnswer.Found found -> Optional.of("Found");
            case SubsidyAnswer.Unreachable silent -> Optional.of("Unreachable");
            case SubsidyAnswer.NotAsked not -> Optional.empty();
            case SubsidyAnswer.Nothing(var absence) ->
                Optional.of(
                        switch (absence) {
                            case DECLINED -> "Declined";
                            case FACILITY_NOT_CONNECTED -> "FacilityNotConnected";
                            case SCHEME_NOT_CONNECTED -> "SchemeNotConnected";
                            case ENDED -> "Ended";
                            case NONE -> "None";
                            case UNEXPLAINED -> "Unexplained";
                        });
        };
    }
}
