package madoguchi.desk;

import madoguchi.core.Text;

/** 事後確認の理由 – why a reception is not finished although the patient went on. */
public enum Provisional {
    /** Left the ladder. */
    LEFT(
            "ほかの扱い",
            "decided otherwise",
            "段取りと違う扱いで受け付けました。",
            "Received otherwise than the ladder says.",
            "決めたとおりに済んだか確かめ、番号が分かったら照会します。",
            "See that it was done as decided; inquire once the number is known."),
    /** ④ */
    DECLARATION(
            "申立書",
            "declaration",
            "申立書で受け付けました。",
            "Received by a declaration.",
            "患者さんに連絡して、保険者番号・記号・番号を尋ねます。",
            "Contact the patient and ask for insurer number, symbol and number."),
    /** ③ */
    ORAL_CONFIRMATION(
            "口頭",
            "by word of mouth",
            "口頭で確認して受け付けました。",
            "Received by word of mouth.",
            "前回の番号で照会して確かめます。",
            "Inquire by the number of the last visit."),
    /** ① */
    PORTAL_SCREEN(
            "画面",
            "portal screen",
            "マイナポータルの画面で受け付けました。",
            "Received by the Mynaportal screen.",
            "画面の番号で照会して確かめます。",
            "Inquire by the number on the screen."),
    /** ① as a PDF. */
    PORTAL_PDF(
            "PDF",
            "PDF",
            "保存されたPDFで受け付けました。",
            "Received by the saved PDF.",
            "PDFの番号で照会して確かめます。",
            "Inquire by the number in the PDF."),
    /** ② */
    NOTICE(
            "お知らせ",
            "notice",
            "資格情報のお知らせで受け付けました。",
            "Received by the eligibility notice.",
            "お知らせの番号で照会して確かめます。",
            "Inquire by the number on the notice."),
    /** ① on the phone alone. */
    PHONE_SCREEN(
            "スマホ画面",
            "phone screen",
            "スマートフォンの画面で受け付けました。",
            "Received by the screen of a phone.",
            "画面の番号で照会して確かめます。",
            "Inquire by the number on the screen."),
    /** The full amount was taken. */
    FULL_CHARGE(
            "全額",
            "full amount",
            "全額を受け取りました。",
            "The full amount was taken.",
            "資格が分かったら照会し、差額を返します。",
            "Inquire once the coverage is known, and return the excess."),
    /** Nobody answered. */
    UNANSWERED(
            "回答待ち",
            "no answer yet",
            "照会の回答がまだありません（資格がないという意味ではありません）。",
            "The inquiry is not answered yet (which does not mean \"not covered\").",
            "番号があれば待つだけです。なければ番号を入れて照会します。",
            "With a number, just wait; without one, inquire by number."),
    /** Left undecided on an earlier day. */
    UNFINISHED(
            "途中",
            "unfinished",
            "確認が途中のままです。",
            "The verification was left unfinished.",
            "開いて続きをします。済んでいれば「完了にする」を押します。",
            "Open it and go on, or mark it as done.");

    private final Text brief;
    private final Text why;
    private final Text todo;

    Provisional(String brief, String briefEn, String why, String whyEn, String todo, String todoEn) {
        this.brief = new Text(brief, briefEn);
        this.why = new Text(why, whyEn);
        this.todo = new Text(todo, todoEn);
    }

    /** In a word, for the list. */
    public Text brief() {
        return brief;
    }

    /** Why it is open. */
    public Text why() {
        return why;
    }

    /** What a clerk does about it. */
    public Text todo() {
        return todo;
    }
}
