package madoguchi.hub;

/** 実時間の混み具合 – what the bulk lane looks at to get out of the way of patients at the counter. */
public interface RealTimeTraffic {

    /** Real-time inquiries that are being answered or wait for it at this moment. */
    int waiting();

    /** Real-time inquiries that have come so far; only ever grows. */
    long arrived();
}
