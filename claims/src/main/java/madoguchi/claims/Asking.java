package madoguchi.claims;

/** 照会のしかた – for which visit days the check asks the hub. */
public enum Asking {
    /** 照会しない – the visit book alone. */
    NEVER,
    /** 必要な日だけ – where the visit book has no answer of that day that the claimed coverage is active. */
    NEEDED,
    /** すべての日 – finds also what was registered after the visit. */
    ALWAYS
}
