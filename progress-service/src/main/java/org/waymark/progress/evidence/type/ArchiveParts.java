package org.waymark.progress.evidence.type;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.waymark.edge.Problem;

/**
 * The directory at the end of a ZIP archive (APPNOTE 4.3.12 and 4.3.16). It is what programs open an archive by, so it is
 * what an archive is judged by; nothing is unpacked.
 */
final class ArchiveParts {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_SIZE = 46;

    private ArchiveParts() {}

    /** @throws Problem 415 where the archive is damaged, or its directory does not fit the tail */
    static List<String> names(Tail tail) {
        ByteBuffer bytes = ByteBuffer.wrap(tail.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int end = end(bytes);
        long size = Integer.toUnsignedLong(bytes.getInt(end + 12));
        long directory = Integer.toUnsignedLong(bytes.getInt(end + 16));
        long before = tail.total() - bytes.limit();
        if (directory + size != before + end || directory < before) {
            throw damaged();
        }
        return names(bytes.position((int) (directory - before)).limit(end));
    }

    /** The last end record whose comment reaches exactly to the end of the file. */
    private static int end(ByteBuffer bytes) {
        for (int at = bytes.limit() - END_SIZE; at >= 0; at--) {
            if (bytes.getInt(at) == END_SIGNATURE
                    && at + END_SIZE + Short.toUnsignedInt(bytes.getShort(at + 20)) == bytes.limit()) {
                return at;
            }
        }
        throw damaged();
    }

    private static List<String> names(ByteBuffer directory) {
        List<String> names = new ArrayList<>();
        while (directory.hasRemaining()) {
            int at = directory.position();
            if (directory.remaining() < ENTRY_SIZE || directory.getInt(at) != ENTRY_SIGNATURE) {
                throw damaged();
            }
            int name = Short.toUnsignedInt(directory.getShort(at + 28));
            int more =
                    Short.toUnsignedInt(directory.getShort(at + 30)) + Short.toUnsignedInt(directory.getShort(at + 32));
            if (directory.remaining() < ENTRY_SIZE + name + more) {
                throw damaged();
            }
            names.add(new String(directory.array(), at + ENTRY_SIZE, name, StandardCharsets.UTF_8));
            directory.position(at + ENTRY_SIZE + name + more);
        }
        return names;
    }

    private static Problem damaged() {
        return TypeCheck.notTaken("This archive is damaged, encrypted as a whole or has too many parts.");
    }
}
