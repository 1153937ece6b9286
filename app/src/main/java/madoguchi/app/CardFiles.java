package madoguchi.app;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** 登録ファイルの名前 – files of different moments do not overwrite each other. */
final class CardFiles {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmssSSS");

    private CardFiles() {}

    static String stamp(Clock clock) {
        return LocalDateTime.now(clock).format(MOMENT);
    }
}
