package madoguchi.review;

/**
 * 送るファイル – one file that a run wrote.
 *
 * @param path below the run's folder
 * @param bytes how long
 * @param receipts in it; 0 for files that hold none
 * @param points of them
 */
public record SentFile(String path, long bytes, long receipts, long points) {}
