package madoguchi.hub;

import java.security.Key;
import java.util.List;

/** 登録ファイルの種類 – told by the header. */
enum FileKind {
    /** 資格登録ファイル. */
    COVERAGES(Registration.COLUMNS, Registration.NEEDED),
    /** 医療券ファイル. */
    TICKETS(Ticket.COLUMNS, Ticket.NEEDED),
    /** カードファイル. */
    CARDS(CardLine.COLUMNS, CardLine.NEEDED),
    /** 利用登録ファイル. */
    ENROLMENTS(EnrolmentLine.COLUMNS, EnrolmentLine.NEEDED),
    /** 証回収ファイル. */
    COLLECTIONS(CollectionLine.COLUMNS, CollectionLine.NEEDED),
    /** 交付ファイル. */
    ISSUES(IssueLine.COLUMNS, IssueLine.NEEDED),
    /** 不開示ファイル. */
    SUPPRESSIONS(SuppressionLine.COLUMNS, SuppressionLine.COLUMNS);

    private final List<String> known;
    private final List<String> needed;

    FileKind(List<String> known, List<String> needed) {
        this.known = known;
        this.needed = needed;
    }

    static FileKind of(List<String> columns) {
        if (columns.contains("診療年月")) {
            return TICKETS;
        }
        if (columns.contains("シリアル番号")) {
            return CARDS;
        }
        if (columns.contains(CollectionLine.DAY)) {
            return COLLECTIONS;
        }
        if (columns.contains(IssueLine.WHY)) {
            return ISSUES;
        }
        if (columns.contains("不開示") && SuppressionLine.COLUMNS.containsAll(columns)) {
            return SUPPRESSIONS;
        }
        return columns.contains("利用登録年月日") ? ENROLMENTS : COVERAGES;
    }

    /** The columns it may have. */
    List<String> known() {
        return known;
    }

    /** The columns it must have. */
    List<String> needed() {
        return needed;
    }

    Chunk chunk(RegisterStore registers, Key key, Persons persons, boolean whole) {
        return switch (this) {
            case COVERAGES -> new RegistrationChunk(key, persons, whole);
            case TICKETS -> new TicketChunk();
            case CARDS -> new RegisterChunk(registers, key, CardLine::parse);
            case ENROLMENTS -> new RegisterChunk(registers, key, EnrolmentLine::parse);
            case COLLECTIONS -> new RegisterChunk(registers, key, CollectionLine::parse);
            case ISSUES -> new RegisterChunk(registers, key, IssueLine::parse);
            case SUPPRESSIONS -> new RegisterChunk(registers, key, SuppressionLine::parse);
        };
    }
}
