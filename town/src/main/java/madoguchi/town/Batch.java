package madoguchi.town;

import java.time.Instant;

/** 登録ファイル – one file an insurer or welfare office sent, with the instant at which the hub took it in (登録日時). The bytes are those of the file, in its own charset. */
public final class Batch {

    private final String fileName;
    private final Instant recordedAt;
    private final byte[] bytes;

    /** Copies the bytes. */
    public Batch(String fileName, Instant recordedAt, byte[] bytes) {
        this.fileName = fileName;
        this.recordedAt = recordedAt;
        this.bytes = bytes.clone();
    }

    /** ファイル名 – date and sender, such as {@code 2026-07-03-sangyou.csv}. */
    public String fileName() {
        return fileName;
    }

    /** 登録日時 – all rows of the file became known at this instant. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** 内容 – a copy of the file, byte for byte. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The file name. */
    @Override
    public String toString() {
        return fileName;
    }
}
