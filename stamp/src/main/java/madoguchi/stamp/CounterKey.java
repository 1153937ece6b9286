package madoguchi.stamp;

import java.time.LocalDate;
import madoguchi.core.Octets;

/**
 * 窓口の鍵 – the secret of one facility for one day in Japan, by which a short code that was made for this facility is checked. The hub hands it to this facility alone.
 *
 * @param day the day
 * @param secret 32 bytes
 */
public record CounterKey(LocalDate day, Octets secret) {}
