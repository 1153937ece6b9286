package madoguchi.uke;

import madoguchi.core.Text;

/** レセプトファイルの種類 – what a claim file claims for; told by its first record ({@code claims-uke.md} §1). */
public enum FileKind {
    /** 医科 – begins with IR. */
    MEDICAL("1", "RECEIPTC.UKE", "医科", "medical"),
    /** DPC – begins with IR, too; told by the records only it has (BU), or by its name. Its shared records are read by the medical layout (assumed). */
    DPC("1", "RECEIPTD.UKE", "DPC", "DPC"),
    /** 歯科 – begins with UK; each receipt has an IR of its own. */
    DENTAL("3", "RECEIPTS.UKE", "歯科", "dental"),
    /** 調剤 – begins with YK. */
    DISPENSING("4", "RECEIPTY.UKE", "調剤", "dispensing"),
    /** 訪問看護 – begins with HM, then GO. Only SN, JD and MF are known here; all else is carried. */
    NURSING("6", "RECEIPTH.UKE", "訪問看護", "home nursing"),
    /** 不明 – the first record is none of these: carried as it is. */
    UNKNOWN("", "", "不明", "unknown");

    private final String feeTable;
    private final String fileName;
    private final Text label;

    FileKind(String feeTable, String fileName, String ja, String en) {
        this.feeTable = feeTable;
        this.fileName = fileName;
        this.label = new Text(ja, en);
    }

    /** 点数表 – the digit of this kind in the head and as first digit of the レセプト種別; empty when unknown. */
    public String feeTable() {
        return feeTable;
    }

    /** The official file name; that of home nursing is assumed. */
    public String fileName() {
        return fileName;
    }

    /** The name on screens. */
    public Text label() {
        return label;
    }

    /** Whether the layouts of medical files hold. */
    boolean isMedical() {
        return this == MEDICAL || this == DPC;
    }
}
