package madoguchi.terminal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ファイル名 – the name grammar of single inquiries ({@code oqs-interface.md} §1.1): an answer has the base name of its request with {@code req_} turned into {@code res_}. */
final class FileName {

    static final String REQUEST = "OQSsiquc01req_";
    static final String RESPONSE = "OQSsiquc01res_";
    static final String FACE = RESPONSE + "face_";
    static final String XML = ".xml";
    static final String ZIP = ".zip";
    static final String ERR = ".err";

    /** Free alphanumerics chosen by the asking software; a hyphen or underscore does no harm. */
    private static final Pattern REQUEST_NAME =
            Pattern.compile("(" + REQUEST + "[A-Za-z0-9_-]{1,64})\\.xml", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    static String of(Path file) {
        return file.getFileName().toString();
    }

    /** The name without its extension. */
    static String base(Path file) {
        String name = of(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The base name of a single inquiry's request; empty for any other file. */
    static Optional<String> request(Path file) {
        Matcher name = REQUEST_NAME.matcher(of(file));
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** The base name of the answer to a request. */
    static String answerTo(String requestBase) {
        return RESPONSE + requestBase.substring(REQUEST.length());
    }

    static boolean isFace(Path file) {
        return of(file).startsWith(FACE);
    }

    static boolean hasExtension(Path file, String extension) {
        return of(file).toLowerCase(Locale.ROOT).endsWith(extension);
    }

    /** Names that software gives to files it is still building; they are left alone. */
    static boolean isDraft(Path file) {
        String name = of(file).toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || name.endsWith(".tmp")
                || name.endsWith(".part")
                || name.endsWith(ERR);
    }
}
