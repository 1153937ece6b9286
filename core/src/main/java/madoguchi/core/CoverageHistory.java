package madoguchi.core;

import java.time.LocalDate;
import java.util.List;

/** 資格の経過の照会先 – the port through which a review agency sees the registers when it settles claims. A hidden person (不開示) is not there, like one whom nobody registered. */
public interface CoverageHistory {

    /**
     * Everybody who has or had a coverage under this number and birth date, each with all coverages.
     *
     * @param insured the number of the claim; symbol and branch need not fit
     * @param birth 生年月日
     * @return usually one person; several where a family shares the number and twins the birth date; empty when nobody fits
     */
    List<Timeline> of(InsuredId insured, LocalDate birth);

    /**
     * Everybody with this reading and birth date: for a claim without insurer (不詳).
     *
     * @param kana カナ氏名; compared without differences of width and spaces
     * @param birth 生年月日
     * @return more than one when the search cannot tell them apart
     */
    List<Timeline> named(String kana, LocalDate birth);
}
