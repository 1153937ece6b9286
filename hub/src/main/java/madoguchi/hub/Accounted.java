package madoguchi.hub;

import java.util.Optional;

/**
 * 記録済 – a verification that is on disk, as far as the answer shows it.
 *
 * @param id its number in the log
 * @param proof 確認証, where the log is signed
 */
record Accounted(long id, Optional<String> proof) {}
