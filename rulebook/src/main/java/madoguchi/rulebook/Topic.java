package madoguchi.rulebook;

import java.util.Arrays;
import madoguchi.core.Text;

/** 問いの別名 – a table under the name that other software knows its question by. */
enum Topic {
    /** 電子証明書の状態. */
    CERTIFICATE_STATE(
            "/api/certificate-state",
            "certificate-state",
            new Text("電子証明書で今日できること", "What a certificate allows today")),
    /** 不詳で請求できる条件. */
    UNIDENTIFIED_CLAIM_CHECK(
            "/api/unidentified-claim-check",
            "unidentified",
            new Text("不詳で請求できるかの確認", "Check of an unidentified claim")),
    /** 補助金. */
    GRANT("/api/grant", "grant", new Text("施設への補助金", "Grants for facilities"));

    private final String path;
    private final String table;
    private final Text title;

    Topic(String path, String table, Text title) {
        this.path = path;
        this.table = table;
        this.title = title;
    }

    /** The topic served at this path; refuses any other. */
    static Topic at(String path) {
        return Arrays.stream(values())
                .filter(topic -> topic.path.equals(path))
                .findFirst()
                .orElseThrow();
    }

    String path() {
        return path;
    }

    String table() {
        return table;
    }

    Text title() {
        return title;
    }
}
