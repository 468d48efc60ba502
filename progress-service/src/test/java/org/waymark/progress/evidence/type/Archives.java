package org.waymark.progress.evidence.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** ZIP archives as office programs write them. */
public final class Archives {

    private Archives() {}

    public static byte[] of(String... parts) {
        return write(null, 10, parts);
    }

    /** Of parts that are each this long when they are unpacked. */
    public static byte[] swelling(int bytes, String... parts) {
        return write(null, bytes, parts);
    }

    public static byte[] openDocument(String mimetype, String... parts) {
        return write(mimetype, 10, parts);
    }

    private static byte[] write(@Nullable String mimetype, int bytes, String... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (mimetype != null) {
                stored(zip, "mimetype", mimetype.getBytes(StandardCharsets.US_ASCII));
            }
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(new byte[bytes]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void stored(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }
}
