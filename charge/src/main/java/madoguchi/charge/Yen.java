package madoguchi.charge;

import java.time.LocalDate;

/** 円の計算 – whole yen inside; ten-yen pieces only where money changes hands. */
public final class Yen {

    private Yen() {}

    /** A percentage in whole yen, half up. Of a cost in points (a multiple of 10 yen) and a share in tenths it is exact. */
    static long percent(long yen, int percent) {
        return (yen * percent + 50) / 100;
    }

    /** 窓口で受け取る額 – the amount in 10-yen pieces: under 5 yen down, from 5 yen up ({@code C-ROUND}: 健康保険法第75条). */
    public static long atTheCounter(long yen, LocalDate day) {
        long piece = Terms.numbers(Terms.get("C-ROUND", day)).getFirst();
        return (yen + piece / 2) / piece * piece;
    }
}
