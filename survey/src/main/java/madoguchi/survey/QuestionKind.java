package madoguchi.survey;

/** 設問の種類 – how a question is answered. */
public enum QuestionKind {
    /** 単一回答 – one option. */
    SINGLE,
    /** 複数回答 – any number of options. */
    MULTIPLE,
    /** 数値 – a whole number of zero or more. */
    NUMBER,
    /** 自由記述 – words. */
    OPEN,
    /** 記入不要 – printed, never asked: the answer is the same for everybody. */
    FIXED
}
