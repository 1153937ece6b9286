package madoguchi.desk;

import java.time.LocalDate;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;
import madoguchi.policy.Participation;
import madoguchi.policy.SubsidyProof;

/**
 * 助成の出来事 – one fact about a patient's subsidies, learned at one reception. A correction is a new fact. A {@code slot} names the subsidy: {@code s} with the number of the fact that stored it first, or
 * {@link #NEW} for one that is not stored yet.
 */
sealed interface SubsidyEvent {

    /** まだ控えのない助成. */
    String NEW = "new";

    /**
     * 控え – a certificate as accepted by a clerk; the same certificate stored again takes the place of the earlier one.
     *
     * @param certificate what it says
     * @param origin where from
     * @param operator who accepted it
     */
    record Stored(SubsidyCertificate certificate, Origin origin, String operator) implements SubsidyEvent {
        /** Never prints the person. */
        @Override
        public String toString() {
            return "Stored[" + origin + "]";
        }
    }

    /**
     * 確認 – what was seen of a subsidy at this reception.
     *
     * @param slot which subsidy
     * @param proof what was seen
     * @param operator who saw it
     */
    record Seen(String slot, SubsidyProof proof, String operator) implements SubsidyEvent {}

    /**
     * 参加 – whether municipality and scheme take part, as a clerk knows it.
     *
     * @param slot which subsidy
     * @param participation whether they do
     * @param operator who said so
     */
    record Told(String slot, Participation participation, String operator) implements SubsidyEvent {}

    /**
     * 空の回答の訳 – which of the possible causes it was that nothing came, as a clerk found out.
     *
     * @param slot which subsidy
     * @param cause which one
     * @param day the day of the visit: with {@link Cause#ENDED}, the first day on which it is not used
     * @param operator who found out
     */
    record Explained(String slot, Cause cause, LocalDate day, String operator) implements SubsidyEvent {}

    /**
     * 責任者の判断 – where the rules leave it to a person.
     *
     * @param slot which subsidy
     * @param use whether it is used today
     * @param operator who wrote it down
     */
    record Decided(String slot, boolean use, String operator) implements SubsidyEvent {}

    /**
     * 指定医療機関 – whether this facility is one for it, as a clerk read on the certificate.
     *
     * @param slot which subsidy
     * @param here whether it is
     * @param operator who read it
     */
    record Designated(String slot, boolean here, String operator) implements SubsidyEvent {}

    /**
     * 取り消し – an earlier fact was a mistake.
     *
     * @param fact its number
     * @param operator who took it back
     */
    record Undone(long fact, String operator) implements SubsidyEvent {}

    /** 控えの出どころ. */
    enum Origin {
        /** カードリーダー – came with the answer. */
        READER("オンライン資格確認", "online verification"),
        /** 紙の受給者証 – keyed in. */
        PAPER("紙の受給者証から手入力", "keyed in from paper"),
        /** マイナポータルの画面 – keyed in. */
        PORTAL_SCREEN("マイナポータルの画面から手入力", "keyed in from the portal screen");

        private final Text label;

        Origin(String ja, String en) {
            this.label = new Text(ja, en);
        }

        /** The name on screens. */
        Text label() {
            return label;
        }
    }

    /** 届かなかった訳. */
    enum Cause {
        /** 紙の受給者証を見た – municipality or scheme does not take part. */
        PAPER_SEEN("紙の受給者証を見た（自治体・制度が未参加）", "paper certificate seen (municipality or scheme does not take part)"),
        /** 助成が終わった. */
        ENDED("助成は終わったと本人・役所に確かめた", "patient or office confirmed that it ended"),
        /** 本人が「利用しない」を選んだ. */
        DECLINED("本人が「利用しない」を選んだ", "the patient chose \"do not use\"");

        private final Text label;

        Cause(String ja, String en) {
            this.label = new Text(ja, en);
        }

        /** The name on screens. */
        Text label() {
            return label;
        }
    }
}
