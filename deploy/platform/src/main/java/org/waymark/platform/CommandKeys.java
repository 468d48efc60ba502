package org.waymark.platform;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The last 200 command keys of an aggregate as one binary value, oldest first: 16 bytes of the key's digest, 16 of the
 * body's, 8 for the sequence the command came to. Packed because it is read and written with every command.
 */
record CommandKeys(Binary packed) {

    static final int KEPT = 200;
    private static final int DIGEST = 16;
    private static final int ENTRY = 2 * DIGEST + Long.BYTES;

    static CommandKeys none() {
        return new CommandKeys(new Binary(new byte[0]));
    }

    /** What the command with this key came to, or null where it is not remembered. */
    @Nullable
    Remembered find(byte[] key) {
        byte[] all = packed.getData();
        for (int at = all.length - ENTRY; at >= 0; at -= ENTRY) {
            if (Arrays.equals(all, at, at + DIGEST, key, 0, DIGEST)) {
                return new Remembered(
                        Arrays.copyOfRange(all, at + DIGEST, at + 2 * DIGEST),
                        ByteBuffer.wrap(all, at + 2 * DIGEST, Long.BYTES).getLong());
            }
        }
        return null;
    }

    CommandKeys with(byte[] key, byte[] body, long sequence) {
        byte[] all = packed.getData();
        int from = all.length >= KEPT * ENTRY ? all.length - (KEPT - 1) * ENTRY : 0;
        ByteBuffer next = ByteBuffer.allocate(all.length - from + ENTRY);
        next.put(all, from, all.length - from)
                .put(key, 0, DIGEST)
                .put(body, 0, DIGEST)
                .putLong(sequence);
        return new CommandKeys(new Binary(next.array()));
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by sameBody alone
    record Remembered(byte[] body, long sequence) {
        boolean sameBody(byte[] other) {
            return Arrays.equals(body, 0, DIGEST, other, 0, DIGEST);
        }
    }
}
