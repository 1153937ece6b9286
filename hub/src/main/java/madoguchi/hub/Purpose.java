package madoguchi.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import madoguchi.core.Text;

/** 照会の目的 – why somebody asked, as far as the question itself tells: the day asked about against the day of asking. */
public enum Purpose {
    /** 受付 – about the day of asking. */
    RECEPTION("受付（当日の資格）", "reception (the same day)"),
    /** 予約 – about a day to come. */
    APPOINTMENT("予約（これからの日の資格）", "appointment (a day to come)"),
    /** 事後の確認 – about a day gone by. */
    LATER("事後の確認（過ぎた日の資格）", "later check (a day gone by)"),
    /** 過去の回答の確認 – as known at an earlier instant. */
    REPLAY("過去の回答の確認", "replay of an earlier state");

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Text label;

    Purpose(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** What it is called. */
    public Text label() {
        return label;
    }

    /** The purpose of a question; days are days in Tokyo. */
    static Purpose of(Instant at, LocalDate day, Optional<Instant> knownAt) {
        LocalDate asked = at.atZone(TOKYO).toLocalDate();
        if (knownAt.isPresent()) {
            return REPLAY;
        }
        return day.equals(asked) ? RECEPTION : day.isAfter(asked) ? APPOINTMENT : LATER;
    }
}
