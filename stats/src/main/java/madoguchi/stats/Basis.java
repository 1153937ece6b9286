package madoguchi.stats;

/** 数え方 – the two bases of the usage rate (seed 001 「マイナ保険証の利用状況について」). */
enum Basis {
    /** オンライン資格確認件数ベース. */
    ONLINE("online"),
    /** レセプト件数ベース. */
    RECEIPT("receipt");

    private final String word;

    Basis(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
