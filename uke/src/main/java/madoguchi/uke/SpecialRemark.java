package madoguchi.uke;

import madoguchi.core.Text;

/** レセプト特記事項 – two digits, up to five on a receipt. 17, 18, 19 and 22 ended in 2014-12. Source: {@code claims-uke.md} §5.3. */
public enum SpecialRemark implements Code {
    /** 公. */
    C01("01", "公", "remark 01"),
    /** 長. */
    C02("02", "長", "remark 02"),
    /** 長処. */
    C03("03", "長処", "remark 03"),
    /** 後保. */
    C04("04", "後保", "remark 04"),
    /** 老併. */
    C07("07", "老併", "remark 07"),
    /** 老健. */
    C08("08", "老健", "remark 08"),
    /** 施. */
    C09("09", "施", "remark 09"),
    /** 第三. */
    C10("10", "第三", "remark 10"),
    /** 薬治. */
    C11("11", "薬治", "remark 11"),
    /** 器治. */
    C12("12", "器治", "remark 12"),
    /** 先進. */
    C13("13", "先進", "remark 13"),
    /** 制超. */
    C14("14", "制超", "remark 14"),
    /** 長２. */
    C16("16", "長２", "remark 16"),
    /** 二割. */
    C20("20", "二割", "remark 20"),
    /** 高半. */
    C21("21", "高半", "remark 21"),
    /** 出産. */
    C25("25", "出産", "remark 25"),
    /** 区ア. */
    C26("26", "区ア", "remark 26"),
    /** 区イ. */
    C27("27", "区イ", "remark 27"),
    /** 区ウ. */
    C28("28", "区ウ", "remark 28"),
    /** 区エ. */
    C29("29", "区エ", "remark 29"),
    /** 区オ. */
    C30("30", "区オ", "remark 30"),
    /** 多ア. */
    C31("31", "多ア", "remark 31"),
    /** 多イ. */
    C32("32", "多イ", "remark 32"),
    /** 多ウ. */
    C33("33", "多ウ", "remark 33"),
    /** 多エ. */
    C34("34", "多エ", "remark 34"),
    /** 多オ. */
    C35("35", "多オ", "remark 35"),
    /** 加治. */
    C36("36", "加治", "remark 36"),
    /** 申出. */
    C37("37", "申出", "remark 37"),
    /** 医併. */
    C38("38", "医併", "remark 38"),
    /** 医療. */
    C39("39", "医療", "remark 39"),
    /** 加算. */
    C40("40", "加算", "remark 40"),
    /** 区カ. */
    C41("41", "区カ", "remark 41"),
    /** 区キ. */
    C42("42", "区キ", "remark 42"),
    /** 多カ. */
    C43("43", "多カ", "remark 43"),
    /** 多キ. */
    C44("44", "多キ", "remark 44"),
    /** 災１. */
    C96("96", "災１", "remark 96"),
    /** 災２. */
    C97("97", "災２", "remark 97"),
    /** 上位. */
    C17("17", "上位", "remark 17"),
    /** 一般. */
    C18("18", "一般", "remark 18"),
    /** 低所. */
    C19("19", "低所", "remark 19"),
    /** 多上. */
    C22("22", "多上", "remark 22");

    private final String code;
    private final Text label;

    SpecialRemark(String code, String ja, String en) {
        this.code = code;
        this.label = new Text(ja, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Text label() {
        return label;
    }
}
