package madoguchi.stats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/*
 * SIMULATION: nobody here exists. The shares of the kinds of facility, and of cards among their inquiries, are those of seed 001's table of October 2025; everything
 * else (how many facilities of a kind, how often a card is inactive, phones, bulk inquiries, how often one person comes back) is invented, so that every rule of
 * counting meets some events. The same seed gives the same file.
 */

/** 作りものの利用記録 – a month of invented verifications for proofs and measurements. Simulation. */
final class InventedUses {

    /** 施設の種類: per thousand of all inquiries, per thousand of these by card or phone (seed 001), how many facilities of a hundred (invented). */
    private record Kind(char feeTable, int share, int cards, int facilities) {}

    private static final List<Kind> KINDS = List.of(
            new Kind('1', 85, 570, 4),
            new Kind('1', 421, 362, 42),
            new Kind('3', 88, 500, 28),
            new Kind('4', 406, 312, 26));

    private static final int THOUSAND = 1_000;
    private static final int HUNDRED = 100;
    private static final int PREFECTURES = 47;
    private static final int OPENS = 8 * 3_600;
    private static final int OPEN_SECONDS = 10 * 3_600;
    private static final int INACTIVE = 25;
    private static final int PHONES = 30;
    private static final int BULK = 110;
    private static final int UNKNOWN = 15;

    private final long seed;
    private final YearMonth month;
    private final long records;
    private final int facilities;
    private final int persons;
    private final List<String> codes = new ArrayList<>();
    private final List<int[]> ofKind = new ArrayList<>();

    /** {@code prefecture} 1 to 47, or 0 for the whole country. */
    InventedUses(long seed, YearMonth month, long records, int facilities, int persons, int prefecture) {
        this.seed = seed;
        this.month = month;
        this.records = records;
        this.facilities = facilities;
        this.persons = persons;
        KINDS.forEach(kind -> ofKind.add(found(kind, prefecture)));
    }

    private int[] found(Kind kind, int prefecture) {
        int many = Math.max(1, facilities * kind.facilities() / HUNDRED);
        int[] indices = new int[many];
        for (int i = 0; i < many; i++) {
            indices[i] = codes.size();
            int where = prefecture == 0 ? 1 + (int) (mixed(codes.size() + 1L) % PREFECTURES) : prefecture;
            codes.add("%02d%c%07d".formatted(where, kind.feeTable(), codes.size()));
        }
        return indices;
    }

    List<String> codes() {
        return List.copyOf(codes);
    }

    void write(Path file) throws IOException {
        UseFile.write(file, month, codes, records, this::record);
    }

    /* One number decides everything about one record: its bits are used up from the left. */
    private void record(long number, ByteBuffer out) {
        long dice = mixed(seed + number);
        long more = mixed(dice);
        int kind = kind((int) (dice & 0x3FF) % THOUSAND);
        int[] mine = ofKind.get(kind);
        long skewed = ((dice >>> 10) & 0xFFFFF) * ((dice >>> 30) & 0xFFFFF);
        int facility = mine[(int) ((skewed * mine.length) >>> 40)];
        boolean read =
                (int) ((dice >>> 50) & 0x3FF) % THOUSAND < KINDS.get(kind).cards();
        int chance = (int) (more & 0x3FF) % THOUSAND;
        Token token = !read ? Token.NUMBER : chance < PHONES ? Token.PHONE : Token.CARD;
        int luck = (int) ((more >>> 10) & 0x3FF) % THOUSAND;
        Reading reading = !read ? Reading.NOT_READ : luck < INACTIVE ? Reading.INACTIVE : Reading.ACTIVE;
        Lane lane = !read && luck < BULK ? Lane.BULK : Lane.AT_ONCE;
        int day = 1 + (int) (number * month.lengthOfMonth() / records);
        int second = OPENS + (int) ((((more >>> 20) & 0xFFFF) * OPEN_SECONDS) >>> 16);
        boolean told = luck >= UNKNOWN;
        int person = told ? 1 + (int) ((((more >>> 35) & 0xFFFFFFF) * persons) >>> 28) : 0;
        UseFile.put(out, facility, person, second, Cell.at(day, token, reading, lane));
    }

    private static int kind(int chance) {
        int kind = 0;
        int left = chance;
        while (kind < KINDS.size() - 1 && left >= KINDS.get(kind).share()) {
            left -= KINDS.get(kind).share();
            kind++;
        }
        return kind;
    }

    /* SplitMix64. */
    private static long mixed(long value) {
        long z = value * 0x9E3779B97F4A7C15L + 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) & Long.MAX_VALUE;
    }
}
