package madoguchi.hub;

import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 点検の係 – makes one report at a time in the background, and tells how far it is. */
final class QualityDesk {

    private static final Logger LOG = LoggerFactory.getLogger(QualityDesk.class);

    private final Quality quality;
    private volatile QualityState state = new QualityState.Idle();

    QualityDesk(Quality quality) {
        this.quality = quality;
    }

    QualityState state() {
        return state;
    }

    /** Starts, unless one is being made: then that one goes on. */
    synchronized void start(LocalDate day, String by) {
        if (!(state instanceof QualityState.Running)) {
            long most = quality.lastPerson();
            state = new QualityState.Running(0, most);
            Thread.ofPlatform().name("quality").daemon().start(() -> state = run(day, by, most));
        }
    }

    private QualityState run(LocalDate day, String by, long most) {
        try {
            quality.report(day, Optional.empty(), by, read -> state = new QualityState.Running(read, most));
            return new QualityState.Idle();
        } catch (RuntimeException failed) {
            LOG.error(
                    "the report on the registers could not be made: {}",
                    failed.getClass().getSimpleName());
            return new QualityState.Failed();
        }
    }
}
