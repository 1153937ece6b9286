package madoguchi.core;

import java.util.Arrays;

/** 法別番号による制度 – the insurance scheme that the first two digits of an 8-digit insurer number name ({@code claims-uke.md} §9.3). */
public enum Scheme {
    /** 国民健康保険 – municipal or association; a 6-digit number has no 法別番号. */
    NATIONAL("", Kind.NATIONAL, "国民健康保険", "National Health Insurance"),
    /** 協会けんぽ. */
    KYOKAI("01", Kind.EMPLOYEES, "協会けんぽ", "Japan Health Insurance Association"),
    /** 船員保険. */
    SEAMEN("02", Kind.EMPLOYEES, "船員保険", "Seamen's insurance"),
    /** 日雇特例（一般療養）. */
    DAY_LABOURER("03", Kind.EMPLOYEES, "日雇特例（一般）", "Day labourers"),
    /** 日雇特例（特別療養費）. */
    DAY_LABOURER_SPECIAL("04", Kind.EMPLOYEES, "日雇特例（特別療養費）", "Day labourers (special)"),
    /** 組合管掌健康保険. */
    SOCIETY("06", Kind.EMPLOYEES, "健康保険組合", "Health insurance society"),
    /** 自衛官等. */
    SELF_DEFENSE("07", Kind.EMPLOYEES, "自衛官等", "Self-Defense Forces"),
    /** 医療扶助（生活保護）: a 公費負担者番号 stands where the insurer number stands. */
    MEDICAL_ASSISTANCE("12", Kind.MEDICAL_ASSISTANCE, "医療扶助", "Medical assistance"),
    /** 国家公務員共済組合. */
    NATIONAL_OFFICERS("31", Kind.EMPLOYEES, "国家公務員共済組合", "National officers' mutual aid"),
    /** 地方公務員等共済組合. */
    LOCAL_OFFICERS("32", Kind.EMPLOYEES, "地方公務員等共済組合", "Local officers' mutual aid"),
    /** 警察共済組合. */
    POLICE("33", Kind.EMPLOYEES, "警察共済組合", "Police mutual aid"),
    /** 公立学校・日本私立学校共済. */
    SCHOOLS("34", Kind.EMPLOYEES, "学校共済", "School staff mutual aid"),
    /** 後期高齢者医療. */
    LATE_ELDERLY("39", Kind.LATE_ELDERLY, "後期高齢者医療", "Late-stage elderly care"),
    /** 特定健康保険組合 特例退職. */
    SOCIETY_RETIRED("63", Kind.EMPLOYEES, "特例退職（健保組合）", "Specially retired (society)"),
    /** 国保 退職（終了）. */
    NATIONAL_RETIRED("67", Kind.NATIONAL, "国保退職（終了）", "National, retired (ended)"),
    /** 国家公務員 特例退職. */
    NATIONAL_OFFICERS_RETIRED("72", Kind.EMPLOYEES, "特例退職（国家公務員）", "Specially retired (national officers)"),
    /** 地方公務員 特例退職. */
    LOCAL_OFFICERS_RETIRED("73", Kind.EMPLOYEES, "特例退職（地方公務員）", "Specially retired (local officers)"),
    /** 警察 特例退職. */
    POLICE_RETIRED("74", Kind.EMPLOYEES, "特例退職（警察）", "Specially retired (police)"),
    /** 学校 特例退職. */
    SCHOOLS_RETIRED("75", Kind.EMPLOYEES, "特例退職（学校）", "Specially retired (schools)"),
    /** A 法別番号 that this list does not know; carried, never refused. */
    OTHER("??", Kind.OTHER, "その他", "Other");

    /** 保険種別 – the four kinds the desk and the declaration form (申立書) distinguish, and the rest. */
    public enum Kind {
        /** 社保（被用者保険）. */
        EMPLOYEES,
        /** 国保. */
        NATIONAL,
        /** 後期高齢者医療. */
        LATE_ELDERLY,
        /** 医療扶助. */
        MEDICAL_ASSISTANCE,
        /** その他. */
        OTHER
    }

    private final String code;
    private final Kind kind;
    private final Text label;

    Scheme(String code, Kind kind, String ja, String en) {
        this.code = code;
        this.kind = kind;
        this.label = new Text(ja, en);
    }

    /** The kind of insurance. */
    public Kind kind() {
        return kind;
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }

    /** The scheme of a 法別番号 (two digits), {@link #OTHER} when unknown. */
    public static Scheme ofCode(String twoDigits) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.code.equals(twoDigits))
                .findFirst()
                .orElse(OTHER);
    }
}
