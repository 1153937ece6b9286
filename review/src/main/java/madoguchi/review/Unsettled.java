package madoguchi.review;

import java.io.IOException;
import java.io.Serial;
import madoguchi.core.Text;

/** 処理できない – a run that must not go on, and what to do; nothing was sent. Names no person. */
final class Unsettled extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Text reason;

    Unsettled(Text reason) {
        super(reason.ja() + " / " + reason.en());
        this.reason = reason;
    }

    /** What happened and what to do. */
    Text reason() {
        return reason;
    }
}
