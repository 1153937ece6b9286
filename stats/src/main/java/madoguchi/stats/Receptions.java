package madoguchi.stats;

import java.time.LocalDate;
import java.util.List;

/** 受付の口 – the port through which the visit log of this facility is read. */
public interface Receptions {

    /** The receptions begun on these days (both included), in order of arrival, without those taken back. */
    List<Reception> between(LocalDate from, LocalDate through);
}
