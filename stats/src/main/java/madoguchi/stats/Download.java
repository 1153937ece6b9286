package madoguchi.stats;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** 書き出し – a CSV file as an HTTP response: UTF-8 with a byte order mark. */
final class Download {

    private Download() {}

    static ResponseEntity<byte[]> csv(String name, String lines) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(Csv.file(lines));
    }
}
