package madoguchi.hub;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Period;
import madoguchi.core.Text;

/**
 * 台帳の1件 – one entry of a register as staff of the hub read it: no name, no number of a person, card or patient.
 *
 * @param register which register
 * @param said what it says
 * @param valid the days for which it is said; absent where the insurer told none
 * @param recordedAt 登録日時
 * @param holds whether it holds on the day asked about; a consent, which lives for hours: at the instant of knowledge
 */
public record RegisterEntry(Text register, Text said, Optional<Period> valid, Instant recordedAt, boolean holds) {}
