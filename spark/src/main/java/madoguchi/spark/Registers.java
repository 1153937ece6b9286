package madoguchi.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import madoguchi.nation.Snapshot;
import madoguchi.settle.Settle;
import madoguchi.settle.SettleRules;

/** 台帳の写し – the snapshot as a process of the cluster has it: mapped when its first task asks, and kept until the process ends, for all its tasks. */
final class Registers {

    private static final Map<String, Snapshot> MAPPED = new ConcurrentHashMap<>();

    private Registers() {}

    /** The decision of a claim month by the snapshot at this place. Throws {@link UncheckedIOException} when there is none. */
    static Settle settle(String snapshot, YearMonth month) {
        return new Settle(SettleRules.of(month), MAPPED.computeIfAbsent(snapshot, Registers::mapped));
    }

    private static Snapshot mapped(String snapshot) {
        try {
            return Snapshot.open(Path.of(snapshot));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
