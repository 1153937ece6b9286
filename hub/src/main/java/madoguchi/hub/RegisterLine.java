package madoguchi.hub;

import madoguchi.core.Period;

/** 台帳ファイルの1行 – one line of a file for the other registers, understood. */
sealed interface RegisterLine permits CardLine, CollectionLine, EnrolmentLine, IssueLine, SuppressionLine {

    /** 個人番号, on its way to becoming a person id. */
    MyNumber myNumber();

    /** The days for which it is said. */
    Period valid();

    /** 異動区分 9 取消. */
    boolean withdrawn();

    /** What is said. */
    Kept said();
}
