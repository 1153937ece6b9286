package madoguchi.hub;

/**
 * 点検の数 – how much a report read. Hidden persons (不開示) are not in it.
 *
 * @param persons persons with a fact
 * @param facts facts about them
 * @param delays how late the recent registrations came
 */
record QualityTally(long persons, long facts, DelayTally delays) {}
