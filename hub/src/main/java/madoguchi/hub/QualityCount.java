package madoguchi.hub;

/**
 * 所見の数.
 *
 * @param insurer 保険者番号
 * @param kind the kind
 * @param gravity how serious
 * @param count how many findings name this insurer, first or second
 */
record QualityCount(String insurer, QualityKind kind, Gravity gravity, long count) {}
