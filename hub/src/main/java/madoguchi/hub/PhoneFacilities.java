package madoguchi.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * スマートフォン対応施設の一覧 – {@code GET /facilities/phones.csv}, for everybody: the facilities at which a phone was read with success at least once, and since when ({@code jpki-reader.md} §5). Nothing is registered by hand: a facility appears after its first success.
 *
 * <p>A facility that does not want to stand there is written by the operator into a text file, one code a line, which is read at each request. The hub knows codes only, no names and addresses. How soon the official list follows is not public.
 */
@RestController
public final class PhoneFacilities {

    /** Where the list is. */
    public static final String PATH = "/facilities/phones.csv";

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String BOM = "\uFEFF";
    private static final String HEADER = "医療機関コード,スマートフォンで確認できた最初の日\r\n";

    private final CardAuthenticationStore log;
    private final Path unlisted;

    /**
     * The list over that database.
     *
     * @param unlisted codes of facilities that want to be left out, one a line, UTF-8; need not exist
     */
    public PhoneFacilities(DataSource database, Path unlisted) {
        this.log = new CardAuthenticationStore(database);
        this.unlisted = unlisted;
    }

    /** CSV in UTF-8 with a byte order mark and a heading, by code; days are Japanese days as {@code YYYY-MM-DD}. */
    @GetMapping(PATH)
    ResponseEntity<String> list() {
        Set<String> left = left();
        String rows = log.phones().stream()
                .filter(first -> !left.contains(first.facility()))
                .map(first -> first.facility() + "," + LocalDate.ofInstant(first.at(), TOKYO) + "\r\n")
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(BOM + HEADER + rows);
    }

    private Set<String> left() {
        try {
            return Files.exists(unlisted)
                    ? Files.readAllLines(unlisted).stream().map(String::strip).collect(Collectors.toSet())
                    : Set.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of facilities to leave out cannot be read", unreadable);
        }
    }
}
