package madoguchi.uke;

/** ファイルの種類を見分ける – by the first record; DPC by a BU record among the first bytes ({@code claims-uke.md} §1.1). */
final class Beginning {

    private Beginning() {}

    static FileKind kind(byte[] bytes, int filled) {
        int first = 0;
        while (first < filled && (bytes[first] == '\r' || bytes[first] == '\n')) {
            first++;
        }
        int end = Bytes.find(bytes, first, filled, ',');
        return switch (RecordId.ofCode(RecordId.code(bytes, first, Math.min(end + 1, filled)))) {
            case IR -> hasBu(bytes, filled) ? FileKind.DPC : FileKind.MEDICAL;
            case UK -> FileKind.DENTAL;
            case YK -> FileKind.DISPENSING;
            case HM -> FileKind.NURSING;
            default -> FileKind.UNKNOWN;
        };
    }

    private static boolean hasBu(byte[] bytes, int filled) {
        int at = Bytes.find(bytes, 0, filled, '\n');
        while (at + 3 < filled) {
            if (bytes[at + 1] == 'B' && bytes[at + 2] == 'U' && bytes[at + 3] == ',') {
                return true;
            }
            at = Bytes.find(bytes, at + 1, filled, '\n');
        }
        return false;
    }
}
