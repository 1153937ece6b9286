package madoguchi.uke;

/** 記録の順序 – where in a receipt a record may stand ({@code claims-uke.md} §1.1). */
final class Order {

    private Order() {}

    /** A rank that never falls from line to line; 0 for records whose place is not known. */
    static int rank(FileKind kind, RecordId id) {
        return switch (id) {
            case RE -> 1;
            case HO -> 2;
            case KO -> 3;
            case SN -> 4;
            case JD -> 5;
            case MF -> 6;
            default ->
                switch (kind) {
                    case MEDICAL, DENTAL -> treatment(id);
                    case DISPENSING -> dispensing(id);
                    case DPC, NURSING, UNKNOWN -> 0;
                };
        };
    }

    private static int treatment(RecordId id) {
        return switch (id) {
            case GR -> 7;
            case SY, HS -> 8;
            case SI, SS, IY, TO, CO -> 9;
            case SJ -> 10;
            case TI, TR, TS -> 11;
            default -> 0;
        };
    }

    private static int dispensing(RecordId id) {
        return switch (id) {
            case SH, CZ, IY, TO, CO -> 7;
            case KI -> 8;
            case TK -> 9;
            case ST -> 10;
            default -> 0;
        };
    }
}
