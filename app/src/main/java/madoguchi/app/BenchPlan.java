package madoguchi.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * 測定の計画.
 *
 * @param persons how many persons are registered before measuring
 * @param rates inquiries per second, one paced step each; may be empty
 * @param length of each paced step
 * @param saturation length of the step that asks as fast as answers come
 * @param warmup length of the load before anything is measured
 * @param connections connections kept open, one inquiry at a time on each
 * @param lane whether the port for inquiries only is asked, instead of the port for everything
 * @param data folder of the measured hub's database and certificates
 * @param compare whether the bare server and the bare database are measured too
 */
record BenchPlan(
        int persons,
        List<Integer> rates,
        Duration length,
        Duration saturation,
        Duration warmup,
        int connections,
        boolean lane,
        Path data,
        boolean compare) {

    /** Throws {@link IllegalArgumentException} on figures that cannot be measured. */
    BenchPlan {
        rates = List.copyOf(rates);
        if (persons < 1 || persons > BenchPerson.MOST) {
            throw new IllegalArgumentException("--persons: 1 … " + BenchPerson.MOST);
        }
        if (connections < 1 || rates.stream().anyMatch(rate -> rate < 1)) {
            throw new IllegalArgumentException("--connections, --rate: 1 …");
        }
        if (length.isZero() || saturation.isZero()) {
            throw new IllegalArgumentException("--seconds, --saturate-seconds: 1 …");
        }
    }
}
