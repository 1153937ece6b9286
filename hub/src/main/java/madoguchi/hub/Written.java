package madoguchi.hub;

/**
 * 書かれた記録 – a verification that is on disk.
 *
 * @param id its number
 * @param hash its hash, over everything in it and the hash of the entry before
 */
record Written(long id, Digest hash) {}
