package madoguchi.subsidy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.Text;

/**
 * 参加の進み具合 – how far one type of certificate of one municipality, or one facility, has come.
 *
 * @param participant who
 * @param certificates how many people have a certificate of the type registered; 0 for a facility
 * @param firstUse when one was told to a facility for the first time; always absent for a facility
 */
public record Onboarding(Participant participant, long certificates, Optional<Instant> firstUse) {

    /** 段階. */
    public enum Stage {
        /** 予定. */
        PLANNED("○", "予定", "planned"),
        /** 登録あり（開始前）. */
        REGISTERED("◐", "登録あり・開始前", "registered, not live"),
        /** 稼働. */
        LIVE("●", "稼働", "live"),
        /** 利用を確認. */
        USED("◎", "稼働・利用を確認", "live, first use seen"),
        /** 終了. */
        ENDED("✕", "終了", "ended");

        private final String sign;
        private final Text label;

        Stage(String sign, String ja, String en) {
            this.sign = sign;
            this.label = new Text(ja, en);
        }

        /** A sign that needs no colour. */
        public String sign() {
            return sign;
        }

        /** What it is called. */
        public Text label() {
            return label;
        }
    }

    /** 段階, seen from this day. */
    public Stage stage(LocalDate day) {
        if (participant.last().filter(day::isAfter).isPresent()) {
            return Stage.ENDED;
        }
        if (participant.isOn(day)) {
            return firstUse.isPresent() ? Stage.USED : Stage.LIVE;
        }
        return certificates > 0 ? Stage.REGISTERED : Stage.PLANNED;
    }
}
