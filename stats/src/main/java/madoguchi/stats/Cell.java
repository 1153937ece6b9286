package madoguchi.stats;

/** 升 – one number for a day of a month and all that the rules tell apart on it: the place of a verdict in an array, and ten bits of a use file. */
@SuppressWarnings("EnumOrdinal") // The number is an array index, and a use file of another edition is refused.
final class Cell {

    /** How many there are, those of days and kinds that never come included. */
    static final int COUNT = 1 << 10;

    private Cell() {}

    /** Five bits of the day (1 to 31), two of the token, two of the reading, one of the lane. */
    static int at(int day, Token token, Reading reading, Lane lane) {
        return (day << 5) | (token.ordinal() << 3) | (reading.ordinal() << 1) | lane.ordinal();
    }

    /** The cell of a verification. */
    static int of(Use use) {
        return at(use.day().getDayOfMonth(), use.token(), use.reading(), use.lane());
    }

    static int day(int cell) {
        return cell >> 5;
    }

    static Token token(int cell) {
        return Token.values()[(cell >> 3) & 3];
    }

    static Reading reading(int cell) {
        return Reading.values()[(cell >> 1) & 3];
    }

    static Lane lane(int cell) {
        return Lane.values()[cell & 1];
    }
}
