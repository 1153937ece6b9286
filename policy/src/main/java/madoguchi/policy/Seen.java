package madoguchi.policy;

import madoguchi.core.Text;

/** 確認できたもの – what the clerk has seen so far, beyond what the patient showed at first and what the inquiry answered. */
public enum Seen implements Listed {
    /** Nothing yet. */
    NOT_YET("まだ何も", "nothing yet"),
    /** ① 資格情報画面 – Mynaportal, logged in on the spot. */
    PORTAL_SCREEN("マイナポータルの画面", "the Mynaportal screen"),
    /** ① 資格情報 PDF – downloaded before, or printed. */
    PORTAL_PDF("資格情報のPDF", "the eligibility PDF"),
    /** ② 資格情報のお知らせ. */
    NOTICE("資格情報のお知らせ", "the eligibility notice"),
    /** Neither ① nor ② is possible: the patient was asked for both. */
    NEITHER("①②のどちらもない", "neither screen nor notice"),
    /** ③ 口頭確認 – nothing changed since the last visit. */
    ORAL_CONFIRMATION("口頭での確認", "oral confirmation"),
    /** ④ 被保険者資格申立書. */
    DECLARATION("被保険者資格申立書", "the eligibility declaration"),
    /** 医療券・調剤券 – on paper. */
    MEDICAL_TICKET("紙の医療券・調剤券", "the paper medical ticket"),
    /** All ways allowed here were tried in vain. */
    NOT_OBTAINED("どれもできなかった", "none of them");

    private final Text label;

    Seen(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
