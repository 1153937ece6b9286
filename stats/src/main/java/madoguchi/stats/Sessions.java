package madoguchi.stats;

import java.time.LocalDate;
import java.util.List;

/** 読取の時間の口 – the port through which the log of this facility's own readers is read; empty where the readers are not this program's. */
public interface Sessions {

    /** The sessions begun on these days in Japan (both included), in order. */
    List<Session> between(LocalDate from, LocalDate through);
}
