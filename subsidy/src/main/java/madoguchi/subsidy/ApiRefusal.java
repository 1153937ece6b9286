package madoguchi.subsidy;

import java.util.List;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import org.springframework.http.HttpStatus;

/** 断る理由 – why a machine is not let in, with what to do; none says more of a token than its holder knows. */
enum ApiRefusal {
    /** 名乗っていない. */
    NOBODY(
            HttpStatus.UNAUTHORIZED,
            "自治体のクライアント証明書か、トークン（Authorization: Bearer …）が必要です。",
            "A municipality's client certificate or a token (Authorization: Bearer …) is needed."),
    /** 知らないトークン. */
    UNKNOWN(
            HttpStatus.UNAUTHORIZED,
            "このトークンはありません。写し間違いがないか確かめてください。",
            "There is no such token. Check whether it was copied as a whole."),
    /** 期限切れ. */
    EXPIRED(
            HttpStatus.UNAUTHORIZED,
            "トークンの期限が切れています。運用者に新しいトークンを頼んでください。",
            "The token has expired. Ask the operator for a new one."),
    /** 失効. */
    REVOKED(
            HttpStatus.UNAUTHORIZED,
            "トークンは失効しています。運用者に新しいトークンを頼んでください。",
            "The token was revoked. Ask the operator for a new one."),
    /** 自治体でない. */
    NO_MUNICIPALITY(HttpStatus.FORBIDDEN, "この証明書は自治体のものではありません。", "This certificate does not name a municipality."),
    /** 証明書とトークンが別の自治体. */
    TWO(
            HttpStatus.FORBIDDEN,
            "証明書とトークンが別の自治体を名乗っています。どちらか一つを使ってください。",
            "Certificate and token name different municipalities. Use one of the two."),
    /** 暗号化されていない. */
    PLAIN(
            HttpStatus.FORBIDDEN,
            "暗号化されていない接続ではトークンを使えません。https で送り、このトークンは運用者に失効させてもらってください。",
            "A token must not travel unencrypted. Use https, and have this token revoked."),
    /** 間違いが多い. */
    TOO_MANY(
            HttpStatus.TOO_MANY_REQUESTS,
            "間違ったトークンが続いたため、しばらく受け付けません。Retry-After の後に、正しいトークンで送ってください。",
            "Too many wrong tokens. Come again after Retry-After with a right one.");

    private final HttpStatus status;
    private final Text reason;

    ApiRefusal(HttpStatus status, String ja, String en) {
        this.status = status;
        this.reason = new Text(ja, en);
    }

    HttpStatus status() {
        return status;
    }

    /** The body of the answer. */
    List<Problem> problems() {
        return List.of(new Problem("caller", reason));
    }
}
