package madoguchi.terminal;

import madoguchi.core.MedicalInstitutionCode;

/**
 * ダウンロード要求 – the content of an {@code …02req_} file of a four-step exchange.
 *
 * @param facility 医療機関コード
 * @param reception 受付番号
 */
record Collect(MedicalInstitutionCode facility, String reception) {}
