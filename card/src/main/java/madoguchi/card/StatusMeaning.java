package madoguchi.card;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 状態語の意味 – what the two bytes at the end of a card's answer say ({@code jpki-reader.md} §2.1, the whole table). {@code 61xx}, {@code 63Cx} and {@code 6Cxx} carry a number, see {@link StatusWord}.
 */
public enum StatusMeaning {
    /** 正常終了. */
    OK(0x9000, null),
    /** {@code 61xx}: more data waits; fetched by GET RESPONSE. */
    MORE_DATA(0x6100, null),
    /** The data may be damaged. */
    DATA_DAMAGED(0x6281, CardTrouble.CARD_FAULT),
    /** End of file reached before the length asked for; what came is good. */
    END_OF_FILE(0x6282, null),
    /** The application is locked. */
    FILE_LOCKED(0x6283, CardTrouble.CARD_FAULT),
    /** 照合不一致 without a counter. */
    MISMATCH(0x6300, null),
    /** {@code 63Cx}: 照合不一致, x tries left; x = 0 means: locked by this very try. */
    MISMATCH_TRIES_LEFT(0x63C0, null),
    /** Writing the card's memory failed. */
    MEMORY_FAILED(0x6581, CardTrouble.CARD_FAULT),
    /** Wrong length. */
    WRONG_LENGTH(0x6700, CardTrouble.REFUSED),
    /** Logical channel not supported. */
    CHANNEL_NOT_SUPPORTED(0x6881, CardTrouble.REFUSED),
    /** Secure messaging not supported. */
    SECURE_MESSAGING_NOT_SUPPORTED(0x6882, CardTrouble.REFUSED),
    /** The class byte asks for secure messaging where there is none. */
    SECURE_CLASS_REFUSED(0x69FC, CardTrouble.REFUSED),
    /** セキュリティステータス不満足: PIN or terminal authentication is missing. */
    SECURITY_STATUS(0x6982, CardTrouble.NOT_IDENTIFIED),
    /** 閉塞: every try after {@code 63C0}. */
    BLOCKED(0x6984, null),
    /** Conditions of use not satisfied, such as an input that cannot be signed. */
    CONDITIONS(0x6985, CardTrouble.REFUSED),
    /** No file is selected. */
    NO_CURRENT_FILE(0x6986, CardTrouble.REFUSED),
    /** Wrong data. */
    BAD_DATA(0x6A80, CardTrouble.REFUSED),
    /** File or application not found. */
    NOT_FOUND(0x6A82, CardTrouble.NOT_MY_NUMBER_CARD),
    /** Record not found. */
    RECORD_NOT_FOUND(0x6A83, CardTrouble.REFUSED),
    /** Wrong P1 or P2. */
    BAD_PARAMETERS(0x6A86, CardTrouble.REFUSED),
    /** The key is not set. */
    KEY_NOT_SET(0x6A88, CardTrouble.REFUSED),
    /** The offset lies outside the file: end of reading. */
    OUTSIDE_FILE(0x6B00, null),
    /** {@code 6Cxx}: wrong length asked for; ask again for xx. */
    RIGHT_LENGTH(0x6C00, null),
    /** Instruction not supported. */
    INSTRUCTION(0x6D00, CardTrouble.NOT_MY_NUMBER_CARD),
    /** Class not supported. */
    CLASS(0x6E00, CardTrouble.NOT_MY_NUMBER_CARD),
    /** Not in the table. */
    UNKNOWN(0x6F00, CardTrouble.REFUSED);

    private final int word;
    private final Optional<CardTrouble> trouble;

    StatusMeaning(int word, @Nullable CardTrouble trouble) {
        this.word = word;
        this.trouble = Optional.ofNullable(trouble);
    }

    /** The word itself; of those that carry a number, with the number zero. */
    public StatusWord word() {
        return new StatusWord(word);
    }

    /** What the reader makes of it when nothing else was expected; empty for words that every command handles itself. */
    public Optional<CardTrouble> trouble() {
        return trouble;
    }
}
