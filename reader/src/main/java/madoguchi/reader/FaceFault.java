package madoguchi.reader;

/** 顔認証の不成立 – why a face was not accepted (X-FACE, ours). */
public enum FaceFault {
    /** 別人と判定. */
    DIFFERENT,
    /** 顔が写っていない. */
    NO_FACE,
    /** 二人写っている. */
    TWO_FACES
}
