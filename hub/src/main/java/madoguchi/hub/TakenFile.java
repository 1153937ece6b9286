package madoguchi.hub;

import java.time.Instant;
import java.util.Optional;

/**
 * 受け入れたファイル – one registration or ticket file, as the operator sees it.
 *
 * @param recordedAt 登録日時
 * @param fileName the file's name
 * @param finishedAt absent while it is being taken, or when it was broken off
 * @param stored new facts
 * @param unchanged lines that said what was known already
 * @param faulty faulty lines
 */
public record TakenFile(
        Instant recordedAt, String fileName, Optional<Instant> finishedAt, long stored, long unchanged, long faulty) {}
