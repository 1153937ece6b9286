package madoguchi.town;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import madoguchi.core.CardSerial;
import madoguchi.core.Period;

/**
 * 登録されたカード – one row about the link of a card to a person.
 *
 * @param card the certificate
 * @param recordedAt 登録日時
 * @param withdrawn 取消
 * @param person stands for the 個人番号; never shown
 * @param valid 利用開始年月日 until 利用終了年月日
 * @param predecessor the card whose place it took on its first day
 */
record RegisteredCard(
        CardSerial card,
        Instant recordedAt,
        boolean withdrawn,
        String person,
        Period valid,
        Optional<CardSerial> predecessor) {

    static RegisteredCard of(Instant recordedAt, RegistrationRow row) {
        return new RegisteredCard(
                new CardSerial(row.text("発行者"), row.text("シリアル番号")),
                recordedAt,
                row.withdraws(),
                row.text("個人番号"),
                row.until("利用開始年月日", "利用終了年月日"),
                row.find("旧シリアル番号").map(serial -> new CardSerial(row.text("旧発行者"), serial)));
    }

    boolean opensOn(LocalDate day) {
        return !withdrawn && valid.contains(day);
    }

    boolean replacedOn(CardSerial old, LocalDate day) {
        return !withdrawn
                && predecessor.equals(Optional.of(old))
                && !valid.from().isAfter(day);
    }

    @Override
    public String toString() {
        return "RegisteredCard[…]";
    }
}
