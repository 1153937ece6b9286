package madoguchi.uke;

/** 確からしさ – how sure a fact is that is not in an official text at hand ({@code claims-uke.md}, head). */
public enum Certainty {
    /** Official text or table, or verified on data. */
    HIGH,
    /** One secondary source, or a consistent inference. */
    MIDDLE,
    /** Assumed; may change. */
    LOW;

    static Certainty of(String letter) {
        return switch (letter) {
            case "H" -> HIGH;
            case "M" -> MIDDLE;
            case "L" -> LOW;
            default -> throw new IllegalArgumentException("certainty is H, M or L");
        };
    }
}
