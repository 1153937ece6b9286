package madoguchi.review;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.uke.FileKind;

/**
 * 受付結果 – what a facility is told about a claim file it sent. The same bytes from the same sender always get the same one.
 *
 * @param id order of reception
 * @param at when it was received
 * @param state whether it was taken
 * @param sha256 of the file, in hexadecimal
 * @param facility 医療機関コード on the file; absent when it could not be read
 * @param claimMonth 請求年月; absent likewise
 * @param kind medical, dental …
 * @param receipts how many the file has
 * @param accepted how many were taken
 * @param setAside how many were not, because they are broken
 * @param repeated how many were not, because they had been taken before
 * @param points of those taken
 * @param problems why it was refused, or which receipts were set aside and why; at most {@value #MOST}
 */
public record Acknowledgement(
        long id,
        Instant at,
        State state,
        String sha256,
        Optional<MedicalInstitutionCode> facility,
        Optional<YearMonth> claimMonth,
        FileKind kind,
        long receipts,
        long accepted,
        long setAside,
        long repeated,
        long points,
        List<Problem> problems) {

    /** How many problems are told at most. */
    static final int MOST = 1_000;

    /** 受付の状態. */
    public enum State {
        /** 受付 – every receipt was taken. */
        ACCEPTED("●", "受付", "accepted"),
        /** 一部受付 – some receipts were not. */
        PARTLY("◐", "一部受付", "partly accepted"),
        /** 受付不能 – nothing was taken. */
        REFUSED("✕", "受付不能", "refused");

        private final String sign;
        private final Text label;

        State(String sign, String ja, String en) {
            this.sign = sign;
            this.label = new Text(ja, en);
        }

        /** Its shape on screens. */
        public String sign() {
            return sign;
        }

        /** Its word on screens. */
        public Text label() {
            return label;
        }
    }

    /** Copies the list. */
    public Acknowledgement {
        problems = List.copyOf(problems);
    }

    /** 受付番号 – the claim month and a number; of a file whose month could not be read {@code 000000}. */
    public String reception() {
        return Reception.of(claimMonth, id);
    }
}
