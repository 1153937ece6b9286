package madoguchi.core;

/** 到着の受け口 – the port through which reader results reach the desk. */
@FunctionalInterface
public interface Arrivals {

    /** Takes one arrival, durably, before returning; taking the same id twice changes nothing. */
    void arrived(Arrival arrival);
}
