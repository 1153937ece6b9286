package madoguchi.uke;

/**
 * 負担者 – which payers a receipt has.
 *
 * @param insurers how many HO records
 * @param publicCount how many KO records
 */
record Payers(int insurers, int publicCount) {

    static Payers of(Lines lines) {
        int insurers = 0;
        int publics = 0;
        for (int i = 0; i < lines.size(); i++) {
            RecordId id = lines.id(i);
            insurers += id == RecordId.HO ? 1 : 0;
            publics += id == RecordId.KO ? 1 : 0;
        }
        return new Payers(insurers, publics);
    }

    boolean hasInsurer() {
        return insurers > 0;
    }

    boolean isNone() {
        return insurers == 0 && publicCount == 0;
    }

    boolean isTooMany() {
        return insurers > 1 || publicCount > 4;
    }

    /** Whether there is a payer of this 負担者種別: 1 医保, 2–5 公費. */
    boolean has(int payerKind) {
        return payerKind == 1 ? hasInsurer() : payerKind >= 2 && payerKind <= publicCount + 1;
    }

    /** As {@link Burden#payers}. */
    int mask() {
        int publics = (1 << Math.min(4, publicCount)) - 1;
        return (hasInsurer() ? 1 : 0) | (publics << 1);
    }
}
