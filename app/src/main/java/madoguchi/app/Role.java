package madoguchi.app;

/** 役割 – which part of the system one process runs. */
enum Role {
    /** Hub and clinic in one process, over one database. */
    ALL,
    /** The hub: registers and the machines' port. */
    HUB,
    /** One facility: the desk, asking a hub over HTTPS or the official terminal over its folders. */
    CLINIC,
    /** The review agency (SIMULATION) with a hub's registers in the same process. */
    REVIEW;

    boolean hasHub() {
        return this != CLINIC;
    }

    boolean hasClinic() {
        return this == ALL || this == CLINIC;
    }

    boolean hasReview() {
        return this == ALL || this == REVIEW;
    }
}
