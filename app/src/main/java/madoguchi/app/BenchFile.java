package madoguchi.app;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import madoguchi.hub.Source;

/**
 * 測定用の登録ファイル – a registration file that is written while it is read, so that a million persons need no room on disk.
 *
 * @param from first serial
 * @param until serial after the last one
 */
record BenchFile(int from, int until) implements Source {

    private static final int BLOCK = 200;

    @Override
    public String name() {
        return "bench-" + from + "-" + until + ".csv";
    }

    @Override
    public InputStream open() {
        return new Lines();
    }

    private final class Lines extends InputStream {
        private byte[] block = BenchPerson.HEADER.getBytes(StandardCharsets.UTF_8);
        private int at;
        private int next = from;

        @Override
        public int read() {
            return hasMore() ? block[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int count = Math.min(length, block.length - at);
            System.arraycopy(block, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean hasMore() {
            if (at == block.length && next < until) {
                StringBuilder lines = new StringBuilder();
                for (int end = Math.min(next + BLOCK, until); next < end; next++) {
                    new BenchPerson(next).line(lines);
                }
                block = lines.toString().getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < block.length;
        }
    }
}
