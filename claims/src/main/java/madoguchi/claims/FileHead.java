package madoguchi.claims;

import java.time.YearMonth;
import java.util.Optional;
import madoguchi.core.InsuredId;
import madoguchi.core.Scheme;
import madoguchi.uke.Body;
import madoguchi.uke.FileKind;
import madoguchi.uke.IR;

/**
 * ファイルの頭 – what the head of a claim file says about all its receipts.
 *
 * @param kind 医科, 調剤…
 * @param body 請求先
 * @param claimed 請求年月
 */
public record FileHead(FileKind kind, Optional<Body> body, Optional<YearMonth> claimed) {

    static FileHead of(FileKind kind, IR head) {
        return new FileHead(kind, head.body(), head.claimMonth());
    }

    /** Whether an insurer is claimed at the body this file goes to; true where the head does not tell. */
    boolean takes(InsuredId insured) {
        Scheme.Kind scheme = insured.insurer().scheme().kind();
        boolean federation = scheme == Scheme.Kind.NATIONAL || scheme == Scheme.Kind.LATE_ELDERLY;
        return body.map(one -> federation == (one == Body.FEDERATION)).orElse(true);
    }
}
