package madoguchi.town;

import java.time.Instant;
import java.util.List;

/** 医療費助成の登録ファイル – an array of records that an invented municipality sent (JSON, UTF-8), with the instant at which the hub of subsidies took it in (登録日時). */
public final class SubsidyFile {

    private final String fileName;
    private final String municipality;
    private final Instant recordedAt;
    private final byte[] bytes;

    SubsidyFile(String fileName, String municipality, Instant recordedAt, byte[] bytes) {
        this.fileName = fileName;
        this.municipality = municipality;
        this.recordedAt = recordedAt;
        this.bytes = bytes.clone();
    }

    /** Every file, in the order of their 登録日時. */
    public static List<SubsidyFile> all() {
        return Resources.subsidyFiles();
    }

    /** 参加者 – which of the town's municipalities and facilities take part from when: CSV, UTF-8. */
    public static byte[] participants() {
        return Resources.participants();
    }

    /** ファイル名 – date and sender. */
    public String fileName() {
        return fileName;
    }

    /** 全国地方公共団体コード of the sender, 6 digits. */
    public String municipality() {
        return municipality;
    }

    /** 登録日時. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /** 内容 – a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The file name. */
    @Override
    public String toString() {
        return fileName;
    }
}
