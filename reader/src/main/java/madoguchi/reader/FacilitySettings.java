package madoguchi.reader;

import java.time.Clock;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** 施設の設定 – the settings of the reader as they stand now: what came with the release, as far as nobody at the facility said otherwise, and whether a reader for phones is registered. A change holds from the next screen on. Threads may share it. */
public final class FacilitySettings implements Supplier<Settings> {

    private final FacilityChoiceStore store;
    private final Settings standard;
    private final BooleanSupplier phones;
    private final Clock clock;
    private volatile Settings chosen;

    /**
     * The settings of a facility.
     *
     * @param store where choices are kept
     * @param standard what holds where nobody chose, with the camera as it is
     * @param phones whether a reader for phones is registered, asked anew each time
     * @param clock the time of a change
     */
    public FacilitySettings(FacilityChoiceStore store, Settings standard, BooleanSupplier phones, Clock clock) {
        this.store = store;
        this.standard = standard;
        this.phones = phones;
        this.clock = clock;
        this.chosen = chosen();
    }

    private Settings chosen() {
        Settings settings = standard;
        for (var said : store.all().entrySet()) {
            settings = settings.with(said.getKey(), said.getValue());
        }
        return settings;
    }

    @Override
    public Settings get() {
        return chosen.withPhone(phones.getAsBoolean());
    }

    /** Switches on what is named and off what is not; writes only what changed. */
    synchronized void change(Set<FacilityChoice> on, String login) {
        Settings before = chosen;
        for (FacilityChoice choice : FacilityChoice.values()) {
            if (choice.isOn(before) != on.contains(choice)) {
                store.add(choice, on.contains(choice), login, clock.instant());
            }
        }
        chosen = chosen();
    }
}
