package madoguchi.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** 機械への応答 – JSON for callers that are machines; never cached: it may be about somebody. */
public final class MachineAnswer {

    private static final String SOON = "30";

    private MachineAnswer() {}

    /** A text of JSON with a status. */
    public static ResponseEntity<String> of(HttpStatus status, String json) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }

    /** 503: something behind us is away; come again in half a minute. */
    public static ResponseEntity<String> later(String json) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }
}
