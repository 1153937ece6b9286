package madoguchi.reader;

/** 音 – what the kiosk's page plays beside what it shows. */
public enum Sound {
    /** なし. */
    NONE,
    /** 置き忘れの警報. */
    ALARM,
    /** 止めた警報 – somebody pressed "quiet". */
    STOPPED
}
