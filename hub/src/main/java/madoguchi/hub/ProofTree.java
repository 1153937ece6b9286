package madoguchi.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/*
 * A signature costs more than all the rest of an inquiry. Entries that were written together are therefore signed together: up to sixteen proofs become the leaves
 * of a tree of hashes, and its root is signed once. Where there are not as many proofs as leaves, the last leaves are empty: a longer token costs less than another
 * signature. Each token carries the hashes beside its way to the root, so it is proven by itself, with the public key and nothing else. Hashes are SHA-256 cut to sixteen bytes, over 0 and the context for a leaf, over 1 for a knot: neither can pass for
 * the other. A proof that comes alone is signed as it is.
 */

/** 確認証の木 – signs proofs of check, several at a time, and checks them. */
final class ProofTree {

    private static final int MOST_LEVELS = 4;
    private static final int NODE = 16;
    private static final int LOWER = 0x0f;

    /** Stands where a tree has no proof: no proof has this hash. */
    private static final byte[] EMPTY = new byte[NODE];

    private static final byte[] CONTEXT = "madoguchi proof of check\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ROOT = "madoguchi proofs of check\n".getBytes(StandardCharsets.US_ASCII);

    private ProofTree() {}

    /** The tokens of proofs, in the same order. */
    static List<String> tokens(List<Proof> proofs, SigningKey key) {
        List<String> tokens = new ArrayList<>(proofs.size());
        for (int from = 0; from < proofs.size(); ) {
            int size = Math.min(proofs.size() - from, 1 << MOST_LEVELS);
            List<Proof> tree = proofs.subList(from, from + size);
            if (size == 1) {
                tokens.add(alone(tree.getFirst(), key));
            } else {
                together(tree, key, tokens);
            }
            from += size;
        }
        return tokens;
    }

    private static String alone(Proof proof, SigningKey key) {
        byte[] content = proof.content(Proof.ALONE);
        return text(content, key.sign(joined(CONTEXT, content)));
    }

    private static void together(List<Proof> proofs, SigningKey key, List<String> tokens) {
        int levels = Integer.SIZE - Integer.numberOfLeadingZeros(proofs.size() - 1);
        byte[][] contents =
                proofs.stream().map(proof -> proof.content(Proof.IN_COMPANY)).toArray(byte[][]::new);
        byte[][][] nodes = new byte[levels + 1][][];
        nodes[0] = new byte[1 << levels][];
        Arrays.setAll(nodes[0], place -> place < contents.length ? leaf(contents[place]) : EMPTY);
        for (int level = 1; level <= levels; level++) {
            nodes[level] = above(nodes[level - 1]);
        }
        byte[] signature = key.sign(joined(ROOT, nodes[levels][0]));
        for (int i = 0; i < contents.length; i++) {
            ByteBuffer path = ByteBuffer.allocate(1 + levels * NODE).put((byte) (levels << 4 | i));
            for (int level = 0; level < levels; level++) {
                path.put(nodes[level][(i >> level) ^ 1]);
            }
            tokens.add(text(contents[i], path.array(), signature));
        }
    }

    private static byte[][] above(byte[][] below) {
        byte[][] nodes = new byte[below.length / 2][];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = knot(below[2 * i], below[2 * i + 1]);
        }
        return nodes;
    }

    /** Whether the bytes have the length that their first ones say. A version from the future passes: its signature is not ours to judge by length. */
    static boolean hasForm(byte[] token) {
        return token.length == Proof.LENGTH + SigningKey.SIGNATURE_LENGTH
                || (token.length > Proof.LENGTH
                        && levels(token) >= 1
                        && levels(token) <= MOST_LEVELS
                        && (token[Proof.LENGTH] & LOWER) < 1 << levels(token)
                        && token.length == Proof.LENGTH + 1 + levels(token) * NODE + SigningKey.SIGNATURE_LENGTH);
    }

    private static int levels(byte[] token) {
        return token[Proof.LENGTH] >> 4 & LOWER;
    }

    /** Whether the key signed this token. */
    static boolean isSigned(byte[] token, VerifyingKey key) {
        byte[] content = Arrays.copyOf(token, Proof.LENGTH);
        byte[] signature = Arrays.copyOfRange(token, token.length - SigningKey.SIGNATURE_LENGTH, token.length);
        return token.length == Proof.LENGTH + SigningKey.SIGNATURE_LENGTH
                ? key.verifies(joined(CONTEXT, content), signature)
                : key.verifies(joined(ROOT, root(token, content)), signature);
    }

    private static byte[] root(byte[] token, byte[] content) {
        int place = token[Proof.LENGTH] & LOWER;
        byte[] node = leaf(content);
        for (int level = 0; level < levels(token); level++) {
            int at = Proof.LENGTH + 1 + level * NODE;
            byte[] beside = Arrays.copyOfRange(token, at, at + NODE);
            node = (place >> level & 1) == 0 ? knot(node, beside) : knot(beside, node);
        }
        return node;
    }

    private static byte[] leaf(byte[] content) {
        MessageDigest digest = Digest.sha256();
        digest.update((byte) 0);
        digest.update(CONTEXT);
        return Arrays.copyOf(digest.digest(content), NODE);
    }

    private static byte[] knot(byte[] left, byte[] right) {
        MessageDigest digest = Digest.sha256();
        digest.update((byte) 1);
        digest.update(left);
        return Arrays.copyOf(digest.digest(right), NODE);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }

    private static String text(byte[]... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined(parts));
    }
}
