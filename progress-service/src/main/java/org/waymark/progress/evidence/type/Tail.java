package org.waymark.progress.evidence.type;

import java.util.Arrays;

/** The last bytes of a stream of any length. */
final class Tail {

    /** Room for the list of some five thousand parts. */
    static final int KEPT = 512 * 1024;

    private final byte[] kept = new byte[2 * KEPT];
    private int length;
    private long total;

    void add(byte[] bytes, int offset, int count) {
        int most = Math.min(count, KEPT);
        if (length + most > kept.length) {
            System.arraycopy(kept, length - KEPT, kept, 0, KEPT);
            length = KEPT;
        }
        System.arraycopy(bytes, offset + count - most, kept, length, most);
        length += most;
        total += count;
    }

    /** All bytes that went by, kept or not. */
    long total() {
        return total;
    }

    byte[] bytes() {
        return Arrays.copyOf(kept, length);
    }
}
