package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 点検の報告 – one finished report on the registers.
 *
 * @param id its number
 * @param at when it was finished
 * @param by who asked for it
 * @param day 基準日
 * @param knownAt facts recorded later were not looked at
 * @param lateDays more days than these were called late
 * @param persons how many persons it read, without those who must stay hidden
 * @param facts how many facts about them
 */
public record QualityReport(
        long id, Instant at, String by, LocalDate day, Instant knownAt, int lateDays, long persons, long facts) {}
